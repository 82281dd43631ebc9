import Foundation
import Markdown
import Press
import Storage
import Web
import Wording

/// How minutes are printed, by `Papers/minutes.typ`.
struct MinutesPrinter: Sendable {
    /// What the template is given.
    private struct Words: Encodable, Sendable {
        let title: String
        let sentence: String
        let partnership: String
        let accent: String
        let state: String
        let notice: String
        let inBrief: String
        let present: String
        let inAttendance: String
        let items: [Item]
        let concluded: String
        let signs: Bool
    }

    private struct Item: Encodable, Sendable {
        let number: String
        let title: String
        /// Said in the place of what is kept from the public.
        let closed: String
        let notes: [String]
        let discussion: PaperProse
        let decisions: [MinutesDocument.Decided]
        let actions: [String]

        init(_ item: MinutesDocument.Item, withClosed: Bool) {
            let isShown = withClosed || !item.isWithheld
            number = item.numbered
            title = isShown ? item.title : "An item that was considered in private"
            closed =
                isShown
                ? item.isWithheld ? "Not for the public." : ""
                : item.summary.isEmpty
                    ? "The minute of this item is kept from the public." : "Summary of what was done in private:"
            notes = isShown ? item.notes : []
            discussion = PaperProse(Markdown(isShown ? item.discussion : item.summary), under: 1)
            decisions = isShown ? item.decisions : []
            actions = isShown ? item.actions : []
        }
    }

    let printing: Printing

    /// - Parameters:
    ///   - state: "Draft", "Confirmed on 9 February 2016".
    ///   - isDraft: whether it says so on every page.
    /// - Returns: a tagged PDF/UA-1.
    /// - Throws: `PressError`
    func pdf(
        of document: MinutesDocument, withClosed: Bool, state: String, isDraft: Bool, at time: Date
    ) async throws -> [UInt8] {
        let draft = isDraft ? "This is a draft, until a meeting confirms it." : nil
        let words = Words(
            title: document.body, sentence: document.sentence, partnership: printing.partnership,
            accent: printing.accent ?? "#1f5673", state: state,
            notice: [draft, printing.notice].compactMap(\.self).joined(separator: " "),
            inBrief: "Minutes, \(document.day)" + (isDraft ? ", draft" : ""),
            present: document.present.joined(separator: ", "),
            inAttendance: document.inAttendance.joined(separator: ", "),
            items: document.items.map { Item($0, withClosed: withClosed) }, concluded: document.concluded,
            signs: !isDraft)
        return try await printing.press.pdf(TypstDocument("minutes", of: .module, saying: words, created: time))
    }
}
