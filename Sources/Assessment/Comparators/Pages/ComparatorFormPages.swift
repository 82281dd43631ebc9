import DataFiles
import DataRegister
import Membership
import Storage
import Web
import Wording

/// The forms about sets of districts.
enum ComparatorFormPages {
    static func add(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Enter a set of districts",
            lead: """
                <p class="lead">A group that somebody has published, such as a most similar group. Whatever is changed later, what \
                it was stays to be seen.</p>
                """,
            crumbs: ComparatorSet.crumbs, action: "/comparators", button: Button("Enter the set"),
            fields: [name(answers, refusals)] + entered(answers, refusals) + [
                why(answers, refusals, "Why is it compared with?")
            ],
            refusals: refusals, back: "/comparators")
    }

    static func change(_ set: ComparatorSet, _ answers: Answers?, version: Int? = nil, refusals: Refusals? = nil)
        -> FormPage
    {
        let details = set.newest.details
        let known = Answers([
            "name": details.name, "source": details.source, "on": details.on?.typed ?? "",
            "members": details.members.joined(separator: "\n"), "number": "\(details.members.count)",
        ])
        let answers = answers ?? known
        let own = set.kind == .computed ? [number(answers, refusals)] : entered(answers, refusals)
        return FormPage(
            title: "Change \(set.name)",
            lead: set.kind == .computed
                ? "<p class=\"lead\">The nearest districts are worked out anew from the data that are here now.</p>"
                : nil,
            crumbs: set.crumbs, action: "/comparators/\(set.address)/change", button: Button("Save as a new version"),
            fields: [name(answers, refusals)] + own + [why(answers, refusals, "Why is it changed?")],
            refusals: refusals, back: set.page, known: [("version", "\(version ?? set.newest.number)")])
    }

    /// - Parameter found: the nearest as the data have them now; nil where that is refused.
    static func nearest(
        _ answers: Answers, found: ComparatorWorking?, refused: String? = nil, refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Work out the nearest districts",
            lead: """
                <p class="lead">Those most like the own district, where nobody has published a group.</p>
                <p class="measure">\(NearestDistricts.method)</p>
                \(found.map { found in
                    """
                    \(DistancesTable(working: found).html)
                    \(SummaryList(found.inputs.map { ($0.name, HTML(text: $0.source)) }).html)
                    """
                })
                """,
            crumbs: ComparatorSet.crumbs, action: "/comparators/nearest", button: Button("Keep this set"),
            fields: [
                name(answers, refusals), number(answers, refusals),
                why(answers, refusals, "Why is it compared with?"),
            ],
            refusals: refusals, back: "/comparators",
            notice: refused.map { Notice(.warning, "The nearest districts cannot be worked out yet", "<p>\($0)</p>") })
    }

    /// - Parameter isChosen: whether rankings compare with it.
    static func retire(
        _ set: ComparatorSet, isChosen: Bool, _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Retire \(set.name)",
            lead: """
                <p class="lead">Nothing new is compared with it. Its page stays, with every version, and so does whatever was \
                worked out with it or published. It can be brought back.</p>
                """,
            crumbs: set.crumbs, action: "/comparators/\(set.address)/retire", button: Button("Retire the set"),
            fields: [why(answers, refusals, "Why is it retired?")], refusals: refusals, back: set.page,
            notice: isChosen
                ? Notice(
                    .warning, "The ranking is compared with it",
                    "<p>From then on it is compared with no set, until another is chosen.</p>") : nil)
    }

    static func bringBack(_ set: ComparatorSet, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Bring \(set.name) back",
            lead: "<p class=\"lead\">It can be compared with again, as it was.</p>", crumbs: set.crumbs,
            action: "/comparators/\(set.address)/return", button: Button("Bring it back"),
            fields: [why(answers, refusals, "Why is it brought back?")], refusals: refusals, back: set.page)
    }

    private static func name(_ answers: Answers, _ refusals: Refusals?) -> Field {
        Field(
            "name", "What is it called?", hint: "Like ‘Most similar group 2015’.", value: answers["name"],
            refusals: refusals)
    }

    private static func entered(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field(
                "source", "Who says so?", hint: "Where it is published.", value: answers["source"], refusals: refusals),
            Field(
                "on", "Of which day?", hint: "Like 9/2/2016. It may be left empty.", value: answers["on"],
                refusals: refusals),
            Field(
                "members", "Which districts?", hint: "One on each line, by the names that the data have.",
                .longText(rows: 8), value: answers["members"], refusals: refusals),
        ]
    }

    private static func number(_ answers: Answers, _ refusals: Refusals?) -> Field {
        Field("number", "How many districts?", hint: "From 3 to 30.", value: answers["number"], refusals: refusals)
    }

    private static func why(_ answers: Answers, _ refusals: Refusals?, _ question: String) -> Field {
        Field(
            "why", question, hint: "For whoever reads a figure and asks who was chosen.", value: answers["why"],
            refusals: refusals)
    }
}

/// What was typed of a set, read.
struct ComparatorAnswers {
    let details: ComparatorDetails
    let why: String

    init(details: ComparatorDetails, why: String) {
        (self.details, self.why) = (details, why)
    }

    /// - Parameter districts: every district in the data.
    /// - Throws: `Refusals`
    init(_ form: Form, among districts: [String]) throws {
        var check = Check(form)
        let name = check.text("name", ask: "Enter what the set is called", longest: 80)
        let source = check.text("source", ask: "Enter who says so, and where it is published")
        let on = form["on"].isEmpty ? nil : check.day("on", ask: "")
        let why = check.text("why", ask: "Say why, for whoever asks later")
        let members = Self.members(form["members"], among: districts, &check)
        self.why = why
        details = try check.checked { ComparatorDetails(name: name, source: source, on: on, members: members) }
    }

    /// The districts named one on a line. A name that no data have is refused with its line and the nearest that there is.
    private static func members(_ text: String, among districts: [String], _ check: inout Check) -> [String] {
        let known = Dictionary(districts.map { (DistrictName($0), $0) }, uniquingKeysWith: { one, _ in one })
        var members: [String] = []
        var problems: [String] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.prefix(500).enumerated() {
            let name = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !name.isEmpty else { continue }
            if let found = known[DistrictName(name)] {
                members.append(found)
            } else {
                let meant = KnownDistricts(districts).nearestName(to: name).map { " Did you mean \($0)?" } ?? ""
                problems.append("Line \(index + 1): no district called ‘\(name.prefix(60))’ is in the data.\(meant)")
            }
        }
        if !problems.isEmpty {
            let more = problems.count > 5 ? " And \(problems.count - 5) more lines." : ""
            check.refuse(problems.prefix(5).joined(separator: " ") + more, field: "members")
        } else if members.count < 2 {
            check.refuse("Enter two districts or more, one on each line", field: "members")
        }
        return members
    }

    /// How many districts were asked for.
    static func number(_ form: Form, _ check: inout Check) -> Int {
        guard let number = Int(form["number"]), NearestDesk.numbers.contains(number) else {
            check.refuse(
                "Enter a whole number from \(NearestDesk.numbers.lowerBound) to \(NearestDesk.numbers.upperBound)",
                field: "number")
            return NearestDesk.numbers.upperBound
        }
        return number
    }
}
