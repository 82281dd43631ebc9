import Foundation
import Storage
import Subprocess
import SystemPackage

/// A PostgreSQL of our own, started when a test first needs one: in a folder of its own, on a socket in it, by an
/// account without rights. It ends with the process of the tests, however that ends.
final class PrivateServer: Sendable {
    /// The account that may do everything in it, and its database.
    private static let name = "frankpledge"
    private let folder: String

    /// Where Debian keeps the programs, if they are installed: those of the newest version.
    static let programs: String? = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        return versions.max { (Int($0) ?? 0) < (Int($1) ?? 0) }.map { "/usr/lib/postgresql/\($0)/bin" }
            .flatMap { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") ? $0 : nil }
    }()

    private init(folder: String) {
        self.folder = folder
    }

    /// - Parameter schemas: what to make in it.
    /// - Throws: ``NotStarted``
    static func start(programs: String, schemas: [String]) async throws -> PrivateServer {
        let name = "pg-\(UUID().uuidString.prefix(8))"
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        let (ready, telling) = AsyncStream.makeStream(of: Void.self)
        Task.detached {
            defer { telling.finish() }
            // The shell waits for the end of what it reads. That comes when this process ends, and nothing is ever written.
            _ = try await Subprocess.run(
                .path("/bin/sh"), arguments: Arguments(["-c", script, "sh", programs, folder, Self.name] + schemas),
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                for try await _ in execution.standardOutput { telling.yield() }
            }
        }
        for await _ in ready { return PrivateServer(folder: folder) }
        throw NotStarted()
    }

    /// PostgreSQL refuses to run as root, so root gives way to the account that came with the package.
    private static let script = """
        programs=$1 folder=$2 name=$3
        shift 3
        if [ "$(id -u)" = 0 ]; then as="setpriv --reuid=postgres --regid=postgres --clear-groups"; else as=; fi
        mkdir -m 700 "$folder" && { [ -z "$as" ] || chown postgres "$folder"; } && cd "$folder" || exit 1
        trap '$as "$programs/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1; rm -rf "$folder"' EXIT
        $as "$programs/initdb" -D "$folder/data" -U "$name" --auth=trust --encoding=UTF8 --locale=C --no-sync > log 2>&1 &&
        $as "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/data/log" \\
            -o "-k '$folder' -c listen_addresses= -c max_connections=60 -c shared_buffers=64MB" start > log 2>&1 || exit 1
        for schema; do
            "$programs/psql" -h "$folder" -U "$name" -d postgres -c "CREATE SCHEMA $schema" > log 2>&1 || exit 1
        done
        echo ready
        cat > /dev/null
        """

    /// The server did not start.
    struct NotStarted: Error, CustomStringConvertible {
        var description: String { "The private PostgreSQL did not start. Is Debian’s package ‘postgresql’ whole?" }
    }

    /// A new, empty schema, as an address of its own. It goes with the server.
    func freshSchema() async throws -> String {
        let name = "own_\(UUID().uuidString.prefix(8).lowercased())"
        try await Tool.run(
            "\(Self.programs ?? "")/psql",
            ["-q", "-h", folder, "-U", Self.name, "-d", "postgres", "-c", "CREATE SCHEMA \(name)"])
        return text(of: name)
    }

    /// The address of a schema.
    ///
    /// - Throws: ``NotStarted``
    func address(of schema: String) throws -> PostgreSQLAddress {
        guard let address = PostgreSQLAddress(text(of: schema)) else { throw NotStarted() }
        return address
    }

    /// The `postgresql://` address of a schema, as an operator writes it.
    private func text(of schema: String) -> String {
        "postgresql://\(Self.name)@/postgres?host=\(folder)&options=-csearch_path%3D\(schema)"
    }
}

/// The schemas of the private server, lent to tests in turn: tables of one name in two tests at once would wait for
/// one another.
actor Schemas {
    nonisolated let server: PrivateServer
    private var free: [String]
    private var waiting: [CheckedContinuation<String, Never>] = []

    static let names = (1...4).map { "lane_\($0)" }

    init(_ server: PrivateServer) {
        self.server = server
        free = Self.names
    }

    func borrow() async -> String {
        if let schema = free.popLast() { return schema }
        return await withCheckedContinuation { waiting.append($0) }
    }

    func giveBack(_ schema: String) {
        if waiting.isEmpty { free.append(schema) } else { waiting.removeFirst().resume(returning: schema) }
    }
}
