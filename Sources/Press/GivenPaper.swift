// SPDX-License-Identifier: AGPL-3.0-or-later

/// A paper that somebody gave, looked into before it is taken: how many pages it has, or why it is not taken.
public struct GivenPaper: Sendable, Hashable {
    /// Bytes of one.
    public static let largest = 50_000_000
    /// What a field of a form lets people choose.
    public static let accepted = ".pdf,application/pdf"
    /// More help nobody who gave one.
    private static let mostProblems = 5
    private static let longestName = 200

    /// As it was called where it came from: "Annex 1.pdf".
    public let name: String
    public let pages: Int
    /// Why it is not taken, a sentence each with its name, the place and what to do; none where it is.
    public let problems: [String]

    public init(_ bytes: [UInt8], named given: String, lookedIntoBy press: Press) async {
        let name = String(given.filter { !$0.isNewline }.prefix(Self.longestName))
        self.name = name
        do throws(PressError) {
            let inspection = try await press.inspection(of: bytes)
            pages = inspection.pages
            problems = inspection.problems.prefix(Self.mostProblems).map { "\(name): \($0)" }
        } catch {
            pages = 0
            problems = ["\(name) could not be looked into, so it was not taken. \(error)"]
        }
    }
}
