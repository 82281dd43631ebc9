import Subprocess
import SystemPackage

/// A program of the system’s, run to its end: gzip, pdftotext, psql.
public enum Tool {
    private static let mostOutput = 1 << 30

    /// - Parameters:
    ///   - program: its path, or a name to be looked for.
    ///   - folder: where it runs.
    ///   - input: what it reads.
    /// - Returns: what it wrote to standard output.
    /// - Throws: ``Failed``, or why it could not be started.
    @discardableResult
    public static func run(
        _ program: String, _ arguments: [String], in folder: String? = nil, input: [UInt8] = []
    ) async throws -> [UInt8] {
        let result = try await Subprocess.run(
            program.contains("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
            workingDirectory: folder.map { FilePath($0) }, input: .array(input), output: .bytes(limit: mostOutput),
            error: .discarded)
        guard result.terminationStatus.isSuccess else {
            throw Failed(program: program, ending: result.terminationStatus.description)
        }
        return result.standardOutput
    }

    /// A program did not do what it was asked.
    public struct Failed: Error, CustomStringConvertible {
        let program: String
        let ending: String

        public var description: String { "\(program): \(ending)" }
    }
}
