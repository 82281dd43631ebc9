import Foundation
import Subprocess
import SystemPackage

/// Reads the first sheet of an Excel workbook as comma-separated text, in a process of its own that may take neither long
/// nor much memory: a partner's file is a stranger's.
public struct WorkbookReader: Sendable {
    /// What was on the sheet.
    public struct Sheet: Sendable {
        public let csv: [UInt8]
        public let name: String
        /// Other sheets with something on them, which were not read.
        public let others: [String]
        /// Sheets with something on them that Excel does not show: whoever sent the workbook may not know of them.
        public let hidden: [String]
        /// Whether cells have comments or notes, which were not read.
        public let hasComments: Bool
    }

    /// Why a workbook cannot be read.
    public struct Refusal: Error, Hashable, Sendable {
        public let problem: String
        public let advice: String

        init(_ problem: String, _ advice: String) {
            self.problem = problem
            self.advice = advice
        }

        /// There is nothing to read workbooks with.
        static let unavailable = Refusal(
            "Excel workbooks cannot be read on this machine",
            "Save the sheet as ‘CSV UTF-8’ and give that; or ask the operator to install the document worker.")
        static let overburdened = Refusal(
            "it takes too long, or too much memory, to read",
            "Delete what is not part of the table, or save the sheet as ‘CSV UTF-8’ and give that.")
    }

    private static let memory = 768 << 20
    private static let seconds = 60
    /// What a file of text may be at most: more is no table that a partner makes.
    private static let longestText = 50_000_000
    private static let longestComplaint = 64 << 10

    private let python: String?

    /// - Parameter python: of the private environment that `press-requirements.txt` describes; nil where there is none.
    public init(python: String?) {
        self.python = python
    }

    /// Whether these are the first bytes of an Excel workbook.
    public static func isWorkbook(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: Array("PK".utf8) + [3, 4])
    }

    /// - Throws: ``Refusal``
    public func sheet(at path: String) async throws(Refusal) -> Sheet {
        guard let python, FileManager.default.isExecutableFile(atPath: python),
            let script = Bundle.module.url(forResource: "workbook", withExtension: "py", subdirectory: "Resources")
        else { throw .unavailable }
        let (text, complaints, isDone) = try await run(python, script.path, path)
        let told = try? JSONDecoder().decode(Told.self, from: Data(complaints))
        if let problem = told?.problem { throw Refusal(problem, told?.advice ?? "") }
        guard isDone, let name = told?.sheet else {
            throw String(decoding: complaints, as: UTF8.self).contains("No module named") ? .unavailable : .overburdened
        }
        return Sheet(
            csv: text, name: name, others: told?.others ?? [], hidden: told?.hidden ?? [],
            hasComments: told?.comments ?? false)
    }

    private struct Told: Decodable {
        let problem: String?
        let advice: String?
        let sheet: String?
        let others: [String]?
        let hidden: [String]?
        let comments: Bool?
    }

    private func run(
        _ python: String, _ script: String, _ file: String
    ) async throws(Refusal) -> (text: [UInt8], complaints: [UInt8], isDone: Bool) {
        do {
            let result = try await Subprocess.run(
                .path(FilePath(python)),
                arguments: ["-I", "-B", script, file, "\(Self.memory)", "\(Self.seconds)"],
                environment: .custom(["LANG": "C.UTF-8", "TZ": "UTC", "PATH": "/nonexistent", "HOME": "/nonexistent"]),
                workingDirectory: "/", input: .none, output: .bytes(limit: Self.longestText),
                error: .bytes(limit: Self.longestComplaint))
            return (result.standardOutput, result.standardError, result.terminationStatus.isSuccess)
        } catch {
            // Either more came than a table has, or it could not be started.
            throw .overburdened
        }
    }
}
