import DataFiles
import Web
import Wording

/// The questions about a change in how something is recorded, and what is made of the answers.
struct RecordingChangeForm {
    let sets: [(set: DataSet, measures: [Measure])]
    let places: [Place]

    /// All that a set counts, as it is chosen.
    private static func everything(in set: DataSet) -> String { "\(set.address.text)/*" }

    func page(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Enter a change in recording",
            lead: """
                <p class="lead">A new system, a campaign, a rule of the force: from some month on a figure does not mean what it \
                meant before. No trend is drawn across it, and it is said wherever figures are set beside one another over it.</p>
                <p>What was published before stays as it was published.</p>
                """,
            crumbs: RecordingChangesPage.crumbs + [Mention(at: "/data/changes", titled: "Changes in recording")],
            action: "/data/changes", button: Button("Enter the change"),
            fields: [
                Field(
                    "measure", "What is recorded otherwise?",
                    hint:
                        "Type a part of its name and choose. For several, enter a change for each, or everything in a data set.",
                    .search([.init("", "Choose")] + measures),
                    value: answers["measure"], refusals: refusals),
                Field(
                    "place", "Where?",
                    hint: "The area of a police force, or a district. Leave it empty for everywhere.",
                    .search([.init("", "Everywhere")] + places.map(Self.choice)),
                    value: answers["place"], refusals: refusals),
                Field(
                    "month", "From which month on?", hint: "The first that is recorded in the new way, like 2015-04.",
                    .month, value: answers["month"], refusals: refusals),
                Field(
                    "sentence", "What changed, and why?",
                    hint: "A sentence that is read beside the figures, like ‘In April 2015 Kent Police began to record "
                        + "harassment by letter as violence, so that a rise may be of recording.’",
                    .longText(rows: 3), value: answers["sentence"], refusals: refusals),
                Field(
                    "source", "Where is that written?", hint: "A report, a letter, whoever said so and when.",
                    value: answers["source"], refusals: refusals),
            ], refusals: refusals, back: "/data/changes")
    }

    private static func choice(_ place: Place) -> Field.Choice {
        .init("\(PlaceAddress(place))", "\(place.name) – \(place.level.name)")
    }

    private var measures: [Field.Choice] {
        sets.flatMap { set, measures in
            [Field.Choice(Self.everything(in: set), "Everything in ‘\(set.name)’")]
                + measures.map { .init("\($0.address)", "\($0.name) – \(set.name)") }
        }
    }

    /// - Parameter latest: the last month that it may begin with.
    /// - Throws: `Refusals`
    func read(_ form: Form, upTo latest: Month) throws -> RecordingChange {
        var check = Check(form)
        let sentence = form["sentence"].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if sentence.isEmpty { check.refuse("Say what changed, in a sentence", field: "sentence") }
        if sentence.count > 400 { check.refuse("Use 400 characters at most", field: "sentence") }
        let source = check.text("source", ask: "Say where that is written, for whoever doubts it")
        let asked = form["measure"]
        let whole = sets.first { Self.everything(in: $0.set) == asked }?.measures
        let measures = whole ?? sets.flatMap(\.measures).filter { "\($0.address)" == asked }
        if measures.isEmpty { check.refuse("Choose what is recorded otherwise", field: "measure") }
        let place = places.first { "\(PlaceAddress($0))" == form["place"] }
        if place == nil, !form["place"].isEmpty { check.refuse("Choose a place from the list", field: "place") }
        var refusals = check.refusals
        let month = refusals.month(form["month"], field: "month", like: "2015-04", upTo: latest)
        try refusals.check()
        guard let month else { throw Refusals("Load the page again") }
        return RecordingChange(
            from: month, of: measures.map(\.address), sentence.withFullStop, source: source, in: place)
    }
}
