import CPostgreSQL

/// One message as libpq sends it.
struct PostgreSQLRequest {
    enum Kind {
        case text(String)
        /// The first time a statement is sent; `key` is what it is known by from then on.
        case preparing(name: String, text: String, key: String)
        case prepared(name: String)
    }

    let kind: Kind
    let parameters: PostgreSQLParameters
    /// 0 for text, 1 for binary.
    var format: CInt = 0
}

/// Several messages sent together, with one way there and back (libpq, “Pipeline Mode”). The server works them off in their
/// order, and does none that comes after one that failed.
extension PostgreSQLLink {
    /// More than the program has; a list in a statement makes a new text each time.
    private static let mostPrepared = 400

    /// What messages become: each statement is prepared the first time it is sent.
    ///
    /// - Parameter isBinary: of the last one's values.
    /// - Throws: ``DatabaseFault/unstorable(_:)``
    func requests(for messages: [PostgreSQLMessage], isBinary: Bool) throws -> [PostgreSQLRequest] {
        let none = try PostgreSQLParameters([])
        var requests: [PostgreSQLRequest] = []
        var new: [String: String] = [:]
        if prepared.count >= Self.mostPrepared {
            requests.append(PostgreSQLRequest(kind: .text("DEALLOCATE ALL"), parameters: none))
            prepared = [:]
        }
        for message in messages {
            switch message {
            case .command(let text):
                requests.append(PostgreSQLRequest(kind: .text(text), parameters: none))
            case .statement(let statement):
                let parameters = try PostgreSQLParameters(statement.values)
                guard statement.isRepeatable else {
                    requests.append(PostgreSQLRequest(kind: .text(statement.text), parameters: parameters))
                    continue
                }
                let key = parameters.signature + " " + statement.text
                let name: String
                if let known = prepared[key] ?? new[key] {
                    name = known
                } else {
                    preparedCount += 1
                    name = "s\(preparedCount)"
                    new[key] = name
                    requests.append(
                        PostgreSQLRequest(
                            kind: .preparing(name: name, text: statement.text, key: key), parameters: parameters))
                }
                requests.append(PostgreSQLRequest(kind: .prepared(name: name), parameters: parameters))
            }
        }
        if let last = requests.indices.last { requests[last].format = isBinary ? 1 : 0 }
        return requests
    }

    /// Sends all, and waits for what the last one gives.
    ///
    /// - Throws: ``PostgreSQLError``: what the first one that failed says.
    func pipelined(_ requests: [PostgreSQLRequest]) throws -> PostgreSQLResult {
        guard PQenterPipelineMode(link) == 1 else { throw lost }
        guard requests.allSatisfy(send), PQpipelineSync(link) == 1 else { throw broken() }
        var (last, failure): (PostgreSQLResult?, PostgreSQLError?)
        for request in requests {
            guard let pointer = PQgetResult(link) else { throw broken(by: failure) }
            if PQresultStatus(pointer) == PGRES_PIPELINE_ABORTED {
                PQclear(pointer)
            } else if let error = PostgreSQLError(pointer, on: link) {
                failure = failure ?? error
                PQclear(pointer)
            } else {
                last = PostgreSQLResult(pointer)
                if case .preparing(let name, _, let key) = request.kind { prepared[key] = name }
            }
            // Each has an end of its own.
            while let more = PQgetResult(link) { PQclear(more) }
            guard isOpen else { throw broken(by: failure) }
        }
        // That all are done.
        if let end = PQgetResult(link) { PQclear(end) }
        guard PQexitPipelineMode(link) == 1 else { throw broken(by: failure) }
        if let failure { throw failure }
        guard let last else { throw broken() }
        return last
    }

    private func send(_ request: PostgreSQLRequest) -> Bool {
        let (parameters, format) = (request.parameters, request.format)
        return parameters.withPointers { pointers in
            switch request.kind {
            case .text(let text):
                PQsendQueryParams(
                    link, text, parameters.count, parameters.types, pointers.values, pointers.lengths,
                    pointers.formats, format)
            case .preparing(let name, let text, _):
                PQsendPrepare(link, name, text, parameters.count, parameters.types)
            case .prepared(let name):
                PQsendQueryPrepared(
                    link, name, parameters.count, pointers.values, pointers.lengths, pointers.formats, format)
            }
        } == 1
    }

    /// The connection is of no more use: what was sent and what was not can't be told.
    private func broken(by failure: PostgreSQLError? = nil) -> PostgreSQLError {
        var failure = failure ?? lost
        failure.isOfTheConnection = true
        return failure
    }
}
