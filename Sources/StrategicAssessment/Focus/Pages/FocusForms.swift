import Membership
import Storage
import Web

/// The forms about focus wards: choosing one, saying why anew, and ending one.
enum FocusForms {
    static func choosing(
        in assessment: AnnualAssessment, _ answers: Answers, among places: [FollowablePlace],
        refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Choose a focus ward",
            lead: """
                <p class="lead">It is followed through \(assessment.year.description): its months beside those of the year before, and beside the \
                whole district.</p>
                """,
            crumbs: crumbs(assessment), action: assessment.focusWards, button: Button("Follow it"),
            fields: [
                Field(
                    "place", "Which ward?",
                    hint: places.isEmpty
                        ? "No wards and no small areas are known yet. Import street-level crime, and a lookup of small areas and wards."
                        : nil,
                    .search([.init("", "Choose one")] + places.map { .init($0.address, $0.name) }),
                    value: answers["place"], refusals: refusals),
                Field(
                    "reason", "Why this one?",
                    hint: "Whoever reads the page sees it. Say what it was chosen for, and by whom.",
                    .longText(rows: 3), value: answers["reason"], refusals: refusals),
            ], refusals: refusals, back: assessment.focusWards)
    }

    static func changing(
        _ place: FocusPlace, in assessment: AnnualAssessment, _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        var page = FormPage(
            title: "Why \(place.name) is followed", crumbs: crumbs(assessment),
            action: "/strategic-assessments/\(assessment.year.slug)/focus-wards/\(place.id)/reason",
            button: Button("Save"),
            fields: [
                Field(
                    "reason", "Why this one?", .longText(rows: 3), value: answers["reason"], refusals: refusals)
            ], refusals: refusals, back: assessment.focusWards)
        page.hidden = [("seen", place.fingerprint)]
        if refusals != nil {
            page.notice = Notice(.information, "As it stands now", "<p>\(place.reason)</p>")
        }
        return page
    }

    static func ending(
        _ place: FocusPlace, in assessment: AnnualAssessment, _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Follow \(place.name) no longer?",
            lead: """
                <p class="lead">It stays on the page among those that were followed, with both reasons. Its figures are not shown there \
                any more; its own page has them.</p>
                """,
            crumbs: crumbs(assessment),
            action: "/strategic-assessments/\(assessment.year.slug)/focus-wards/\(place.id)/end",
            button: Button("Follow it no longer", weight: .warning),
            fields: [
                Field(
                    "reason", "Why not any more?", .longText(rows: 3), value: answers["reason"], refusals: refusals)
            ], refusals: refusals, back: assessment.focusWards)
    }

    /// - Throws: `Refusals`
    static func read(
        _ form: Form, among places: [FollowablePlace]
    ) throws -> (place: FollowablePlace, reason: String) {
        var refusals = Refusals()
        let place = places.first { $0.address == form["place"] }
        if place == nil {
            refusals.add(
                form["place"].isEmpty
                    ? "Choose a ward" : "That is none of the district’s wards. Choose one of the list",
                field: "place")
        }
        let reason = plain(form["reason"])
        if let problem = problem(reason, ask: "Say why it is followed") { refusals.add(problem, field: "reason") }
        try refusals.check()
        guard let place else { throw refusals }
        return (place, reason)
    }

    /// - Throws: `Refusals`
    static func reason(_ form: Form, ask: String) throws -> String {
        let reason = plain(form["reason"])
        if let problem = problem(reason, ask: ask) { throw Refusals(problem, field: "reason") }
        return reason
    }

    private static func plain(_ text: String) -> String {
        text.withoutUnseen.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func problem(_ text: String, ask: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return ask }
        return text.count > 500 ? "Use 500 characters at most" : nil
    }

    private static func crumbs(_ assessment: AnnualAssessment) -> [Mention] {
        assessment.crumbs + [Mention(at: assessment.focusWards, titled: "Focus wards")]
    }
}

extension FocusPlace {
    /// By which a form says what its sender saw.
    var fingerprint: String { FileHash(of: Array(reason.utf8)).description }
}
