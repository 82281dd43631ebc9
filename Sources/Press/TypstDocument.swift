// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation

/// A document in Typst’s language with all it reads: its own files, by name, and the house style.
///
/// The source begins with `#import "/house.typ": *`, which `Press` adds to every document as it does `/prose.typ`
/// and `/sheets.typ`, and reaches its other files
/// by name: `json("assessment.json")`, `chart("charts/months.svg")`. It can read nothing else, on disk or elsewhere.
public struct TypstDocument: Sendable {
    /// The source, compiled as `main.typ`.
    public var main: String
    /// Further files by name: templates, JSON data, SVG drawings. Names are relative paths with forward slashes.
    public var files: [String: [UInt8]]
    /// What `sys.inputs` holds.
    public var inputs: [String: String]
    /// The moment the PDF says it was made, and what `datetime.today()` answers; the same inputs give the same bytes.
    public var created: Date
    /// PDFs that somebody gave, by the names under which `sheets` of `sheets.typ` shows their pages.
    public var shown: [String: GivenPages] = [:]
    /// The label of a `metadata` in which the document says something of itself, such as on which pages its parts are;
    /// nil where nobody asks.
    var telling: String?

    public init(main: String, files: [String: [UInt8]] = [:], inputs: [String: String] = [:], created: Date) {
        self.main = main
        self.files = files
        self.inputs = inputs
        self.created = created
    }

    /// A paper of a module: its template, and what it is to say, which the template reads as `paper.json`.
    ///
    /// - Parameters:
    ///   - template: `Papers/….typ` among the module’s resources.
    ///   - words: text, already written as people read it.
    ///   - files: what else the template reads, such as charts.
    public init(
        _ template: String, of module: Bundle, saying words: some Encodable, files: [String: [UInt8]] = [:],
        created: Date
    ) throws {
        guard let url = module.url(forResource: template, withExtension: "typ", subdirectory: "Papers") else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var files = files
        files["paper.json"] = [UInt8](try encoder.encode(words))
        self.init(main: try String(contentsOf: url, encoding: .utf8), files: files, created: created)
    }

    /// Those that it shows, each once however often it does.
    var shownOnce: [GivenPages] {
        var known: Set<String> = []
        return shown.sorted { $0.key < $1.key }.map(\.value).filter { known.insert($0.name).inserted }
    }

    /// Bytes of them.
    var sizeShown: Int { shownOnce.reduce(0) { $0 + $1.packed.count } }

    /// Bytes of all its own files together.
    var size: Int {
        files.values.reduce(main.utf8.count) { $0 + $1.count }
    }
}
