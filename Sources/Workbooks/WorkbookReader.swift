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
        /// Rows with something on them that Excel does not show; they were read.
        public let hiddenRows: Int
        /// Whether a filter may have hidden them.
        public let isFiltered: Bool
        /// Whether days are counted from 1904, as older versions for the Macintosh did.
        public let countsFrom1904: Bool
        /// Cells whose value was not saved with them: formulas that nobody worked out.
        public let unsaved: Cells
        /// Cells that hold an error, like #N/A.
        public let errors: Cells
    }

    /// Some cells of a sheet: the first of them by their places, and how many there are.
    public struct Cells: Hashable, Sendable {
        public let first: [String]
        public let number: Int
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

    /// Why these bytes are no workbook that can be read, though Excel opens them: those before 2007, and those with a password,
    /// are both kept in a compound file (MS-CFB).
    ///
    /// - Returns: nil of anything else.
    public static func refusal(of bytes: some Collection<UInt8>) -> Refusal? {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
        // The name of the stream that holds the locked file (MS-OFFCRYPTO 1.3.3), in UTF-16.
        let locked = "EncryptedPackage".data(using: .utf16LittleEndian) ?? Data()
        return Data(bytes).range(of: locked) == nil
            ? Refusal(
                "it is an Excel workbook as it was before 2007 (.xls)",
                "Open it in Excel, save it as ‘Excel Workbook (.xlsx)’ and give that.")
            : Refusal(
                "it is locked with a password",
                "Open it in Excel, take the password away (File, Info, Protect Workbook), save it and give that.")
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
            hasComments: told?.comments ?? false, hiddenRows: told?.hiddenRows ?? 0,
            isFiltered: told?.isFiltered ?? false, countsFrom1904: told?.from1904 ?? false,
            unsaved: Cells(first: told?.unsaved ?? [], number: told?.unsavedCells ?? 0),
            errors: Cells(first: told?.errors ?? [], number: told?.errorCells ?? 0))
    }

    private struct Told: Decodable {
        let problem: String?
        let advice: String?
        let sheet: String?
        let others: [String]?
        let hidden: [String]?
        let comments: Bool?
        let hiddenRows: Int?
        let isFiltered: Bool?
        let from1904: Bool?
        let unsaved: [String]?
        let unsavedCells: Int?
        let errors: [String]?
        let errorCells: Int?
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
