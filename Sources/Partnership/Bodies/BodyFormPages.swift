import Membership
import Storage
import Web

/// The forms about bodies.
struct BodyFormPages {
    let structure: Structure
    let today: Day

    private var crumbs: [Mention] { [PartnershipSections.home, PartnershipSections.structure] }

    func add(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Add a body", crumbs: crumbs, action: "/partnership/bodies", button: Button("Add the body"),
            fields: fields(answers, of: nil, refusals), refusals: refusals, back: "/partnership")
    }

    static let questions = [
        RecordQuestion("name"), RecordQuestion("regime"), RecordQuestion("parent"), RecordQuestion("purpose"),
        RecordQuestion("frequency"), RecordQuestion("strategy", inEntries: "strategy group"),
        RecordQuestion("day", .day, inEntries: "begins"),
    ]

    static func answers(about body: Body) -> Answers {
        let details = body.details
        return Answers([
            "name": details.name, "regime": details.regime.rawValue, "parent": details.parent.map { "\($0)" } ?? "",
            "purpose": details.purpose, "frequency": details.frequency,
            "strategy": details.isStrategyGroup ? "yes" : "no", "day": body.term.beginsOn.typed,
        ])
    }

    func details(of body: Body, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Change the details of \(body.name)", crumbs: crumbs + [mention(body)],
            action: "/partnership/bodies/\(body.id)/details", button: Button("Save"),
            fields: fields(answers, of: body, refusals), refusals: refusals,
            back: "/partnership/bodies/\(body.id)")
    }

    func closure(of body: Body, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "End \(body.name)",
            lead: """
                <p class="lead">From that day its seats grant nothing. Nothing is deleted, and the end can be taken back.</p>
                """,
            crumbs: crumbs + [mention(body)], action: "/partnership/bodies/\(body.id)/closure",
            button: Button("End this body", weight: .warning),
            fields: [.ending("From this day there is no such body.", answers, refusals)],
            refusals: refusals, back: "/partnership/bodies/\(body.id)")
    }

    private func mention(_ body: Body) -> Mention {
        Mention(at: "/partnership/bodies/\(body.id)", titled: body.name)
    }

    /// - Parameter body: the one that is changed; nil for a new one.
    private func fields(_ answers: Answers, of body: Body?, _ refusals: Refusals?) -> [Field] {
        // One that has ended is named where it is the answer already, so that saving does not take it away unseen.
        let others = structure.bodies.filter { other in
            other.id != body?.id && (!other.term.hasEnded(on: today) || other.id == body?.parent)
        }
        return [
            Field("name", "Its name", value: answers["name"], refusals: refusals),
            Field(
                "regime", "Which rules are its meetings under?",
                .choice([.init("", "Choose")] + Body.Regime.allCases.map { .init($0.rawValue, $0.title) }),
                value: answers["regime"], refusals: refusals),
            Field(
                "parent", "Which body does it answer to?",
                .choice([.init("", "None here")] + others.map { .init("\($0.id)", $0.name) }),
                value: answers["parent"], refusals: refusals),
            Field(
                "purpose", "What is it for?", hint: "A few words. It may be left empty.", value: answers["purpose"],
                refusals: refusals),
            Field(
                "frequency", "How often does it meet?", hint: "For example, every quarter. It may be left empty.",
                value: answers["frequency"], refusals: refusals),
            Field(
                "strategy", "Is it the strategy group?",
                hint: "The group that prepares the assessment and the plan for the responsible authorities.",
                .choice([.init("no", "No"), .init("yes", "Yes")]), value: answers["strategy"], refusals: refusals),
            .day("day", "In being from", answers: answers, refusals: refusals),
        ]
    }

    static func read(_ answers: Answers) throws -> (details: BodyDetails, day: Day) {
        var check = Check(answers)
        let name = check.text("name", ask: "Enter the body’s name")
        let regime: Body.Regime? = check.choice("regime", ask: "Choose which rules its meetings are under")
        let parent = check.id("parent", of: Body.self)
        let (purpose, frequency) = (check.text("purpose", longest: 500), check.text("frequency"))
        let day = check.day("day", ask: "Enter the day from which there is such a body")
        let isStrategyGroup = answers["strategy"] == "yes"
        return try check.checked {
            guard let regime, let day else { return nil }
            let details = BodyDetails(
                name: name, regime: regime, parent: parent, purpose: purpose, frequency: frequency,
                isStrategyGroup: isStrategyGroup)
            return (details, day)
        }
    }
}
