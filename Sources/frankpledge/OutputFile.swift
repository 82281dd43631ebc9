import DataFiles
import Foundation

/// A file that a command writes, or standard output where its name is `-`.
struct OutputFile {
    private let path: String
    /// Where it really is, links followed.
    private let url: URL

    init(_ path: String) {
        self.path = path
        url = URL(filePath: path).resolvingSymlinksInPath()
    }

    /// Sees that it can be written, before the work is done that it is for.
    ///
    /// - Throws: `DataFileError`
    func check() throws(DataFileError) {
        let manager = FileManager.default
        if kind == .typeDirectory {
            throw refusal("it is a folder", advice: "Name a file in it, like \(path)/assessment.json.")
        }
        guard path != "-", !isDevice else { return }
        let folder = url.deletingLastPathComponent().path
        var isFolder: ObjCBool = false
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
                let handle = try FileHandle(forWritingTo: url)
                try handle.write(contentsOf: Data(bytes))
                try handle.close()
            } else {
                try Data(bytes).write(to: url, options: .atomic)
            }
        } catch {
            throw refusal("it could not be written (\(error.localizedDescription))", advice: "Is the disk full?")
        }
    }

    /// Of what is there already; nil where nothing is.
    private var kind: FileAttributeType? {
        try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
    }

    private var isDevice: Bool { kind.map { $0 != .typeRegular } ?? false }

    private func refusal(_ problem: String, advice: String) -> DataFileError {
        DataFileError(file: path == "-" ? "standard output" : path, problem: problem, advice: advice)
    }
}
