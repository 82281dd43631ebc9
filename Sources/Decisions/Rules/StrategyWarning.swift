import Publishing

/// The crime and disorder reduction strategy is part of the policy framework: in councils with executive arrangements the
/// executive recommends it, and only full Council approves it (SI 2000/2853, regulation 4 and Schedule 3; D98).
public enum StrategyWarning {
    /// What to know before a record is published; nil where there is nothing.
    ///
    /// - Parameter isExecutive: whether who decides is the executive, one of its members, or an officer.
    public static func words(for statement: DecisionStatement, isExecutive: Bool) -> String? {
        guard isExecutive else { return nil }
        let law =
            "the crime and disorder reduction strategy is in Schedule 3 to SI 2000/2853: the executive recommends it, and full "
            + "Council approves it"
        switch statement.strategy {
        case .approves:
            return
                "This record says that \(statement.maker.name) approves the strategy, but \(law). Record a recommendation to Council"
        case .recommends: return nil
        case .some(.none), nil:
            guard speaksOfApproval(statement.decided) else { return nil }
            return
                "What was decided reads as if the strategy were approved, but \(law). Say what the decision does to it"
        }
    }

    private static let names = [
        "crime and disorder reduction strategy", "community safety plan", "community safety strategy",
        "crime and disorder strategy", "partnership plan",
    ]

    private static func speaksOfApproval(_ text: String) -> Bool {
        let text = text.lowercased()
        return names.contains(where: text.contains)
            && ["approve", "adopt", "agree"].contains(where: text.contains) && !text.contains("recommend")
    }
}
