/// What is wrong with the answers to the questions of a part, each with the question.
struct PartFaults: Error, Hashable, Sendable {
    struct Fault: Hashable, Sendable {
        let field: String
        /// What to do about it, as an instruction.
        let advice: String
    }

    private(set) var all: [Fault] = []

    var isEmpty: Bool { all.isEmpty }

    mutating func add(_ advice: String, at field: String) {
        all.append(Fault(field: field, advice: advice))
    }
}
