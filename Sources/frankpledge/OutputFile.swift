import DataFiles
import Foundation

/// A file that a command writes, or standard output where its name is `-`.
struct OutputFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Sees that it can be written, before the work is done that it is for.
    ///
    /// - Throws: `DataFileError`
    func check() throws(DataFileError) {
        guard path != "-" else { return }
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw refusal("it is a folder", advice: "Name a file in it, like \(path)/assessment.json.")
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard manager.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw refusal("there is no folder ‘\(folder)’", advice: "Make the folder, or name another.")
        }
        guard manager.isWritableFile(atPath: folder) else {
            throw refusal("nothing may be written in the folder ‘\(folder)’", advice: "Name another folder.")
        }
    }

    /// Writes it whole, or leaves what was there as it was.
    ///
    /// - Throws: `DataFileError`
    func write(_ bytes: [UInt8]) throws(DataFileError) {
        do {
            if path == "-" {
                try FileHandle.standardOutput.write(contentsOf: Data(bytes))
            } else if isDevice {
                // Never put a file in a device's or a pipe's place.
                let handle = try FileHandle(forWritingTo: URL(filePath: path))
                try handle.write(contentsOf: Data(bytes))
                try handle.close()
            } else {
                try Data(bytes).write(to: URL(filePath: path), options: .atomic)
            }
        } catch {
            throw refusal("it could not be written (\(error.localizedDescription))", advice: "Is the disk full?")
        }
    }

    private var isDevice: Bool {
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return kind.map { $0 != .typeRegular && $0 != .typeSymbolicLink } ?? false
    }

    private func refusal(_ problem: String, advice: String) -> DataFileError {
        DataFileError(file: path == "-" ? "standard output" : path, problem: problem, advice: advice)
    }
}
