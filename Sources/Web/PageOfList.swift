import Hummingbird

/// Which page of a long list a program asks for, with how many there are.
public struct PageOfList: Sendable {
    /// From 1.
    public let number: Int

    /// - Throws: `Refusals`
    public init(_ request: Request) throws(Refusals) {
        guard let text = request.uri.queryParameters["page"] else {
            number = 1
            return
        }
        guard let number = Int(text), (1...1_000_000).contains(number) else {
            throw Refusals("‘page’ is a whole number from 1")
        }
        self.number = number
    }

    /// How many pages there are; one of an empty list.
    public static func count(of all: Int, most: Int) -> Int { max(1, (all + most - 1) / most) }
}
