import Foundation
import Press

/// The structure on paper, set by `Papers/structure.typ`.
struct StructurePapers: Sendable {
    let press: Press
    /// The partnership's own colour, `#1f5673`; nil is the house's.
    let accent: String?
    private let desk = PaperDesk()

    init(_ press: Press, accent: String?) {
        (self.press, self.accent) = (press, accent)
    }

    /// - Returns: a tagged PDF/UA-1. As long as it would say the same it is made once.
    /// - Throws: `PressError`
    func pdf(saying words: StructureWords, at time: Date) async throws -> [UInt8] {
        let document = try TypstDocument("structure", of: .module, saying: words, created: time)
        let name = String(decoding: document.files["paper.json"] ?? [], as: UTF8.self)
        let press = press
        return try await desk.making(name) { try await press.pdf(document) }.pdf()
    }
}
