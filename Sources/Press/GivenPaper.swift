// SPDX-License-Identifier: AGPL-3.0-or-later

/// A paper that somebody gave, looked into before it is taken: how many pages it has, or why it is not taken.
///
/// A PDF is taken as it came, but for what its properties tell of who wrote it; of an Office file a PDF is made.
public struct GivenPaper: Sendable, Hashable {
    /// Bytes of one.
    public static let largest = 50_000_000
    /// What a field of a form lets people choose, and what its hint says of it.
    public static let accepted = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,application/pdf"
    public static let kinds =
        "A PDF as it came, or a file of Word, Excel, PowerPoint or LibreOffice, of which a PDF is made in a few seconds."
    private static let advice = "Make the PDF smaller, as with pictures of fewer points, or give its parts one by one."
    /// More help nobody who gave one.
    private static let mostProblems = 5
    private static let longestName = 200

    /// What it is called: "Annex 1.pdf", which may have been "Annex 1.docx" where it came from.
    public let name: String
    public let pages: Int
    /// The PDF that was made of it; nil where it is taken as it came.
    public let made: [UInt8]?
    /// Why it is not taken, a sentence each with its name, the place and what to do; none where it is.
    public let problems: [String]

    public init(_ bytes: [UInt8], named given: String, lookedIntoBy press: Press) async {
        let name = String(given.filter { !$0.isNewline }.prefix(Self.longestName))
        do throws(PressError) {
            let readied = try await press.readied(bytes)
            // Now, while somebody is here who can give another, and not when a paper is to be made with it.
            if readied.inspection.problems.isEmpty { _ = try await press.pages(of: readied.pdf) }
            self.name = readied.name(of: name)
            (pages, made) = (readied.inspection.pages, readied.isAnother ? readied.pdf : nil)
            problems = readied.inspection.problems.prefix(Self.mostProblems).map { "\(name): \($0)" }
        } catch {
            self.name = name
            (pages, made) = (0, nil)
            problems = ["\(name) was not taken. \(error.words(advising: Self.advice))"]
        }
    }
}
