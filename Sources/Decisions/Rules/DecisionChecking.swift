import Publishing
import Storage

/// A field that must be filled before something is published.
public struct MissingField: Hashable, Sendable {
    /// The part of the form in which it stands, and its name there.
    public let part: String
    public let field: String
    /// What to do: "Enter the reasons".
    public let message: String

    init(_ part: String, _ field: String, _ message: String) {
        (self.part, self.field, self.message) = (part, field, message)
    }
}

/// What a record of a decision lacks (regulations 12 and 13 of SI 2012/2089; D94, D97).
public struct DecisionChecking {
    let statement: DecisionStatement
    let today: Day

    public init(_ statement: DecisionStatement, on today: Day) {
        (self.statement, self.today) = (statement, today)
    }

    public var missing: [MissingField] { (decision + interests + key + callIn + papers).compactMap(\.self) }

    private var decision: [MissingField?] {
        let maker = statement.maker
        return [
            wants(statement.title.isEmpty, "decision", "title", "Enter a title"),
            wants(maker.kind == nil, "decision", "kind", "Say whether a body, a member or an officer decided"),
            wants(maker.name.isEmpty, "decision", "maker", "Enter who decided, by name and title or as a body"),
            wants(
                maker.kind != nil && maker.kind != .body && maker.delegation.isEmpty, "decision", "delegation",
                "Say by what delegation they decided"),
            wants(statement.decidedOn == nil, "decision", "day", "Enter the date of the decision"),
            wants(
                statement.decidedOn.map { $0 > today } ?? false, "decision", "day",
                "Enter a date that has come: a decision to come belongs in the forward plan"),
            wants(statement.decided.isEmpty, "decision", "decided", "Enter what was decided"),
            wants(statement.reasons.isEmpty, "decision", "reasons", "Enter the reasons"),
            wants(
                !statement.alternatives.isAnswered, "decision", "alternatives",
                "Enter the alternatives considered and rejected, or None"),
        ]
    }

    private var interests: [MissingField?] {
        [
            wants(
                !statement.conflicts.isAnswered, "decision", "conflicts",
                "Enter the conflicts of interest declared, or None"),
            wants(
                !statement.dispensations.isAnswered, "decision", "dispensations",
                "Enter the dispensations granted, or None"),
        ]
    }

    private var key: [MissingField?] {
        let key = statement.key
        return [
            wants(key.amount == nil, "key", "amount", "Enter what is spent or saved, or 0"),
            wants(
                key.amount != nil && key.threshold == nil, "key", "amount",
                "Set what amount is significant, on the page of rules, and save this part again"),
            wants(
                key.wards == nil, "key", "wards", "Enter in how many wards communities feel a significant effect, or 0"),
            wants(key.reasoning.isEmpty, "key", "reasoning", "Say why it is a key decision, or why it is not"),
            wants(
                key.isKey == true && statement.plan.isEmpty && statement.withoutPlan.isEmpty, "key", "plan",
                "Choose the notice in the forward plan that it follows, or say why there was none"),
            wants(
                statement.strategy == nil, "key", "strategy",
                "Say what it does to the crime and disorder reduction strategy"),
        ]
    }

    private var callIn: [MissingField?] {
        let (terms, urgency) = (statement.callIn, statement.urgency)
        let isUrgent = urgency.isUrgent == true
        return [
            wants(terms.isSubject == nil, "call-in", "subject", "Say whether it is subject to call-in"),
            wants(
                terms.isSubject == false && terms.exemption.isEmpty, "call-in", "exemption",
                "Say why it is not subject to call-in"),
            wants(urgency.isUrgent == nil, "call-in", "urgent", "Say whether it is urgent"),
            wants(isUrgent && urgency.agreedBy.isEmpty, "call-in", "agreed-by", "Enter who agreed that it is urgent"),
            wants(isUrgent && urgency.agreedOn == nil, "call-in", "agreed-on", "Enter when they agreed"),
            wants(isUrgent && urgency.why.isEmpty, "call-in", "why", "Say why it could not wait"),
        ]
    }

    private var papers: [MissingField?] {
        let withheld = statement.withheld
        return [
            wants(!statement.documents.isAnswered, "papers", "documents", "List the documents, or enter None"),
            wants(
                !statement.backgroundPapers.isAnswered, "papers", "background",
                "List the background papers, or enter None"),
            wants(withheld.isAny == nil, "papers", "withheld", "Say whether part of it is kept from the public"),
            wants(
                withheld.isAny == true && withheld.paragraphs.isEmpty, "papers", "paragraphs",
                "Enter the paragraphs of Schedule 12A by which it is kept"),
            wants(
                withheld.isAny == true && withheld.reasoning.isEmpty, "papers", "public-interest",
                "Say why keeping it outweighs telling"),
        ]
    }

    private func wants(_ isWanting: Bool, _ part: String, _ field: String, _ message: String) -> MissingField? {
        isWanting ? MissingField(part, field, message) : nil
    }
}
