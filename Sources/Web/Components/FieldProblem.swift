import Wording

/// What is wrong with a field, between its hint and where it is put right.
struct FieldProblem: Sendable {
    let message: String?
    let others: [String]
    let id: String

    init(_ message: String?, _ others: [String] = [], id: String) {
        self.message = message
        self.others = others
        self.id = id
    }

    var html: HTML? {
        message.map { message in
            """
            <p class="field__problem" id="\(id)"><span class="visually-hidden">Error:</span> \(message.withFullStop)\
            \(others.html { "<br>\($0.withFullStop)" })</p>
            """
        }
    }
}
