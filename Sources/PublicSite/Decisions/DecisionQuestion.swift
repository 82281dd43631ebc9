import Hummingbird
import Publishing
import Storage
import Web

/// What somebody looks for in the register of decisions.
struct DecisionQuestion {
    var maker = ""
    var key = ""
    var year = ""
    var status = ""

    init(_ request: Request) {
        maker = request.asked("maker") ?? ""
        key = request.asked("key") ?? ""
        year = request.asked("year") ?? ""
        status = request.asked("status") ?? ""
    }

    var isOpen: Bool { [maker, key, year, status].allSatisfy(\.isEmpty) }

    func found(in all: [RegisteredDecision], on day: Day) -> [RegisteredDecision] {
        all.filter { decision in
            let statement = decision.statement
            return (maker.isEmpty || statement.maker.name == maker)
                && (key.isEmpty || statement.key.isKey == (key == "yes"))
                && (year.isEmpty || statement.decidedOn.map { "\($0.year)" } == year)
                && (status.isEmpty || decision.standing.state(on: day).rawValue == status)
        }
    }

    /// The same question, asked of another address.
    func asked(of address: Address) -> Address {
        func some(_ text: String) -> String? { text.isEmpty ? nil : text }
        return address.asking([
            "maker": some(maker), "key": some(key), "year": some(year), "status": some(status),
        ])
    }
}
