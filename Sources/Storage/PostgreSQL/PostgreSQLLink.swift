import CPostgreSQL

/// One open connection of libpq. Closed when it is let go.
final class PostgreSQLLink {
    private let link: OpaquePointer?
    /// The names of prepared statements, by their text and the types of their values.
    private var prepared: [String: String] = [:]
    /// What the server warned of while the last command ran.
    private(set) var warning: String?

    /// More than the program has; a list in a statement makes a new text each time.
    private static let mostPrepared = 400

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
    /// - Returns: what the last one says it did, as `COMMIT`.
    /// - Throws: ``PostgreSQLError``
    @discardableResult
    func command(_ text: String) throws -> String {
        warning = nil
        let result = try checked(PQexec(link, text))
        return String(cString: PQcmdStatus(result.pointer))
    }

    /// Runs a statement.
    ///
    /// - Parameter isBinary: whether the values come as they lie in the server, for ``PostgreSQLResult/lend(_:)``.
    /// - Throws: ``PostgreSQLError``, ``DatabaseFault/unstorable(_:)``
    func run(_ statement: Dialect.Statement, isBinary: Bool = false) throws -> PostgreSQLResult {
        let format: CInt = isBinary ? 1 : 0
        let parameters = try PostgreSQLParameters(statement.values)
        guard statement.isRepeatable else {
            return try checked(
                parameters.withPointers { pointers in
                    PQexecParams(
                        link, statement.text, parameters.count, parameters.types, pointers.values, pointers.lengths,
                        pointers.formats, format)
                })
        }
        let name = try name(of: statement.text, parameters)
        return try checked(
            parameters.withPointers { pointers in
                PQexecPrepared(
                    link, name, parameters.count, pointers.values, pointers.lengths, pointers.formats, format)
            })
    }

    private func name(of text: String, _ parameters: PostgreSQLParameters) throws -> String {
        let key = parameters.signature + " " + text
        if let name = prepared[key] { return name }
        if prepared.count >= Self.mostPrepared {
            try command("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count + 1)"
        _ = try checked(PQprepare(link, name, text, parameters.count, parameters.types))
        prepared[key] = name
        return name
    }

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

    private var lost: PostgreSQLError {
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
