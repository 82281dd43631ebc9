import DataFiles
import Foundation

/// A folder that a command writes files into.
struct OutputFolder {
    private let path: String

    /// Sees that it can be written into, or made, before the work is done that it is for.
    ///
    /// - Throws: `DataFileError`
    init(_ path: String) throws(DataFileError) {
        self.path = path
        var isFolder: ObjCBool = false
        let manager = FileManager.default
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
            // It is made later; what it is to lie in must be there.
            try OutputFile(path).check()
            return
        }
        guard isFolder.boolValue else {
            throw DataFileError(file: path, problem: "it is a file", advice: "With --all name a folder.")
        }
        guard manager.isWritableFile(atPath: path) else {
            throw DataFileError(file: path, problem: "nothing may be written in it", advice: "Name another folder.")
        }
    }

    /// - Throws: `DataFileError`
    func make() throws(DataFileError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        } catch CocoaError.fileWriteFileExists {
            return
        } catch {
            throw DataFileError(
                file: path, problem: "it could not be made (\(error.localizedDescription))",
                advice: "Name another folder.")
        }
    }
}
