import HTTPTypes

/// Why a program is not given what it asked for (RFC 9457), in the words a person would read.
public struct Problem: Encodable, Sendable {
    let type = "about:blank"
    /// The same for every problem of its kind.
    let title: String
    let status: Int
    /// What is wrong this time, and what to do about it.
    private(set) var detail: String
    /// Why a figure cannot be told: what `figures.json` called it before there were problems.
    var refused: String?

    private enum CodingKeys: CodingKey { case type, title, status, detail, refused }

    init(_ page: ErrorPage) {
        (title, status, detail) = (page.heading, page.status.code, page.advice)
    }

    /// What is asked for by a name that nothing here has, and where to look.
    public init(unknown reason: String) {
        self.init(.notFound)
        detail = reason
    }

    /// What cannot be answered, and why.
    public init(refusing reason: String) {
        (title, status, detail) = ("That cannot be answered", 422, reason)
        refused = reason
    }
}

extension Reply {
    public static func problem(_ problem: Problem) throws -> Reply {
        let reply = try json(problem, status: .init(code: problem.status))
        guard case .bytes(let bytes, _, let disposition) = reply.content else { return reply }
        return Reply(
            content: .bytes(bytes, type: "application/problem+json", disposition: disposition), status: reply.status)
    }
}
