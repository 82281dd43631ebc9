import Hummingbird
import Wording

/// What a reader of the style guide tried on it: its list can be narrowed and put in order, its form can be sent. Nothing
/// of it is kept.
public struct StyleGuideTrial: Sendable {
    let visit: Visit
    var order = TableOrder("agency")
    var sought = ""
    var page: String?
    var day = TypedDay()
    var amount = ""
    var agency = ""
    var words = Self.words
    var isLooking = false
    var refusals: Refusals?
    /// What the form said, once nothing is wrong with it.
    var said: String?

    public var isRefused: Bool { refusals != nil }

    public init(_ request: Request, _ context: VisitorContext) {
        let asked = request.uri.queryParameters
        visit = context.visit
        order = order.orAsked(
            asked["sort"].map(String.init), asked["order"].map(String.init), among: ["agency", "standing", "seats"])
        sought = asked["find"].map(String.init) ?? ""
        page = asked["page"].map(String.init)
    }

    public init(_ form: Form, _ context: VisitorContext) {
        visit = context.visit
        var refusals = Refusals()
        day = form.typedDay("trial")
        amount = form["trial-amount"]
        agency = form["trial-agency"]
        words = MarkdownEditor.text(form, "trial-words", "Why", refusals: &refusals)
        isLooking = MarkdownEditor.isLooking(form)
        guard !isLooking else { return }
        var when: String?
        do throws(NoSuchDay) {
            _ = try day.read()
            when = day.inWords
        } catch {
            for fault in error.faults {
                refusals.add("Day of the award: \(fault.advice)", field: "trial-\(fault.part.rawValue)")
            }
        }
        let money = form.money("trial-amount", "Amount", refusals: &refusals)
        if refusals.all.isEmpty, let when, let money {
            said = "\(money) on \(when)\(agency.isEmpty ? "" : " to \(agency)")"
        } else {
            self.refusals = refusals
        }
    }

    static let agencies: [(name: String, standing: String, seats: Int)] = [
        ("Testham Borough Council", "Responsible authority", 4),
        ("Testshire County Council", "Responsible authority", 3),
        ("Testshire Police", "Responsible authority", 3),
        ("Testshire Fire and Rescue Service", "Responsible authority", 2),
        ("NHS Testshire", "Responsible authority", 2), ("Probation Service", "Responsible authority", 1),
        ("Testham Homes", "Co-operating body", 1), ("Testham Academies Trust", "Co-operating body", 1),
        ("Northbrook Parish Council", "Co-operating body", 1), ("Testham Street Pastors", "Invited", 1),
        ("Victim Support", "Invited", 1),
    ]

    static let words = """
        ## Why this, and why now

        Burglary fell by **30.8%**, but not everywhere:

        - *Northbrook* rose, where the lighting failed
        - the harbour did not change

        See the [guidance](https://www.gov.uk) before you write.
        """
}
