import CPostgreSQL

/// One open connection of libpq. Closed when it is let go.
final class PostgreSQLLink {
    let link: OpaquePointer?
    /// The names of prepared statements, by their text and the types of their values.
    var prepared: [String: String] = [:]
    /// How many were ever prepared: no name is used twice.
    var preparedCount = 0
    /// Whether the end of a transaction was sent, and what came of it has not been heard.
    private var isEnding = false
    /// What the server warned of while the last command ran.
    private(set) var warning: String?

    var isOpen: Bool { PQstatus(link) == CONNECTION_OK }

    /// - Throws: ``PostgreSQLError``
    init(_ address: PostgreSQLAddress) throws {
        let parameters = address.parameters
        let keywords = CStrings(parameters.map(\.keyword))
        let values = CStrings(parameters.map(\.value))
        link = keywords.withPointers { keywords in
            values.withPointers { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard isOpen else {
            // Everything is in place by now, so this is let go as any other is, and its connection with it.
            throw PostgreSQLError(
                state: "", message: String(cString: PQerrorMessage(link)), isOfTheConnection: true)
        }
        hearWarnings()
    }

    /// Libpq would write them to standard error, where nobody acts on them.
    private func hearWarnings() {
        PQsetNoticeReceiver(
            link,
            { listener, notice in
                func field(_ name: UnicodeScalar) -> String? {
                    PQresultErrorField(notice, CInt(name.value)).map { String(cString: $0) }
                }
                // Its rank in English, whatever language the server speaks.
                guard let listener, field("V") == "WARNING" else { return }
                Unmanaged<PostgreSQLLink>.fromOpaque(listener).takeUnretainedValue().warning = field("M") ?? ""
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        PQfinish(link)
    }

    /// Runs statements without values, for settings and the ends of transactions.
    ///
    /// - Parameter messages: what goes before, without being waited for.
    /// - Returns: what the last one says it did, as `COMMIT`.
    /// - Throws: ``PostgreSQLError``
    @discardableResult
    func command(_ text: String, after messages: [PostgreSQLMessage] = []) throws -> String {
        var before: [String] = []
        for message in messages {
            guard case .command(let text) = message else {
                try settle(messages)
                before = []
                break
            }
            before.append(text)
        }
        endQuietly()
        warning = nil
        let result = try checked(PQexec(link, (before + [text]).joined(separator: "; ")))
        return String(cString: PQcmdStatus(result.pointer))
    }

    /// Runs a statement.
    ///
    /// - Parameters:
    ///   - messages: what goes before, without being waited for.
    ///   - isBinary: whether the values come as they lie in the server, for ``PostgreSQLResult/lend(_:)``.
    /// - Throws: ``PostgreSQLError``, ``DatabaseFault/unstorable(_:)``
    func run(
        _ statement: Dialect.Statement, after messages: [PostgreSQLMessage] = [], isBinary: Bool = false
    ) throws -> PostgreSQLResult {
        let requests = try requests(for: messages + [.statement(statement)], isBinary: isBinary)
        endQuietly()
        guard requests.count == 1, let only = requests.first else { return try pipelined(requests) }
        return try checked(
            only.parameters.withPointers { pointers in
                switch only.kind {
                case .prepared(let name):
                    PQexecPrepared(
                        link, name, only.parameters.count, pointers.values, pointers.lengths, pointers.formats,
                        only.format)
                case .text(let text), .preparing(_, let text, _):
                    PQexecParams(
                        link, text, only.parameters.count, only.parameters.types, pointers.values, pointers.lengths,
                        pointers.formats, only.format)
                }
            })
    }

    /// Sends messages, and waits until they are done.
    ///
    /// - Throws: ``PostgreSQLError``, ``DatabaseFault/unstorable(_:)``
    func settle(_ messages: [PostgreSQLMessage]) throws {
        let requests = try requests(for: messages, isBinary: false)
        endQuietly()
        if !requests.isEmpty { _ = try pipelined(requests) }
    }

    /// Ends a transaction that changed nothing, without waiting for the server's word.
    ///
    /// - Returns: whether it could be sent.
    func sendEnd() -> Bool {
        isEnding = PQsendQuery(link, "COMMIT") == 1
        return isEnding
    }

    /// Hears the server's word on ``sendEnd()``, which by now is there. What comes of it is found out by whatever is sent next.
    private func endQuietly() {
        guard isEnding else { return }
        isEnding = false
        while let pointer = PQgetResult(link) { PQclear(pointer) }
    }

    /// Whether no transaction is under way.
    var isIdle: Bool { PQtransactionStatus(link) == PQTRANS_IDLE }

    /// Whether a statement failed in the transaction that is under way, and nothing can be done but to undo it.
    var isInFailedTransaction: Bool { PQtransactionStatus(link) == PQTRANS_INERROR }

    /// Begins to send rows to a table, after a `COPY … FROM STDIN`.
    ///
    /// - Throws: ``PostgreSQLError``
    func send(_ bytes: [UInt8]) throws {
        let isTaken = bytes.withUnsafeBytes { bytes in
            PQputCopyData(link, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count))
        }
        if isTaken != 1 { throw lost }
    }

    /// Ends a `COPY`.
    ///
    /// - Parameter reason: why it is given up, if it is: then nothing was added, and the error says so.
    /// - Throws: ``PostgreSQLError``
    func endCopy(because reason: String? = nil) throws {
        guard PQputCopyEnd(link, reason) == 1 else { throw lost }
        var failure: PostgreSQLError?
        while let pointer = PQgetResult(link) {
            failure = failure ?? PostgreSQLError(pointer, on: link)
            PQclear(pointer)
        }
        if let failure { throw failure }
    }

    var lost: PostgreSQLError {
        PostgreSQLError(state: "", message: String(cString: PQerrorMessage(link)), isOfTheConnection: !isOpen)
    }

    private func checked(_ pointer: OpaquePointer?) throws -> PostgreSQLResult {
        if let error = PostgreSQLError(pointer, on: link) {
            PQclear(pointer)
            throw error
        }
        guard let pointer else { throw lost }
        return PostgreSQLResult(pointer)
    }
}

/// What a statement gave. Freed when it is let go.
final class PostgreSQLResult {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    /// How many rows were changed.
    var changed: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    /// The rows.
    var rows: [Row] {
        let places = 0..<PQnfields(pointer)
        let columns = Row.Columns(places.map { String(cString: PQfname(pointer, $0)) })
        let types = places.map { PQftype(pointer, $0) }
        return (0..<PQntuples(pointer)).map { row in
            Row(columns: columns, values: places.map { value(row, $0, of: types[Int($0)]) })
        }
    }

    private func value(_ row: CInt, _ column: CInt, of type: Oid) -> Value {
        guard PQgetisnull(pointer, row, column) == 0, let text = PQgetvalue(pointer, row, column) else { return .null }
        let count = Int(PQgetlength(pointer, row, column))
        return text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
            PostgreSQLType.value(UnsafeBufferPointer(start: bytes, count: count), of: type)
        }
    }
}

/// Texts as C takes a list of them: pointers, with a null behind the last.
private struct CStrings {
    private var bytes: [CChar] = []
    private var starts: [Int] = []

    init(_ texts: [String]) {
        for text in texts {
            starts.append(bytes.count)
            bytes.append(contentsOf: text.utf8CString)
        }
    }

    func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { bytes in
            let pointers = starts.map { bytes.baseAddress?.advanced(by: $0) } + [nil]
            return try pointers.withUnsafeBufferPointer { try body($0.baseAddress) }
        }
    }
}
