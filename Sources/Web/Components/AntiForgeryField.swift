/// The hidden proof that a form was made here, for this person.
public struct AntiForgeryField: Sendable {
    let visit: Visit

    public init(_ visit: Visit) {
        self.visit = visit
    }

    public var html: HTML? {
        visit.antiForgeryToken.map { "<input type=\"hidden\" name=\"\(AntiForgery.field)\" value=\"\($0)\">" }
    }
}
