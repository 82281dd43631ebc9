// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation

extension Press {
    /// Finds the Python of the press’s private environment.
    ///
    /// - Parameters:
    ///   - explicit: The interpreter, or the environment’s folder, that the operator named. It is believed even where
    ///     nothing is there, so that ``status`` can say so.
    ///   - executable: The program from whose folder upwards `.press` is looked for.
    ///   - currentDirectory: The folder looked into first.
    /// - Returns: A path, or nil where no `.press/bin/python` was found.
    public static func findPython(
        explicit: String? = nil,
        executable: String? = Bundle.main.executablePath,
        currentDirectory: String = FileManager.default.currentDirectoryPath
    ) -> String? {
        if let explicit, !explicit.isEmpty {
            return isFolder(explicit) ? explicit + "/bin/python" : explicit
        }
        var folders = [URL(fileURLWithPath: currentDirectory)]
        if let executable {
            var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
            while folder.path != "/" {
                folders.append(folder)
                folder.deleteLastPathComponent()
            }
        }
        return folders.map { $0.appendingPathComponent(".press/bin/python").path }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    /// LibreOffice’s program where Debian has it, or a system that keeps to the same places; nil where it is not installed.
    public static func findOffice() -> String? {
        ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    private static func isFolder(_ path: String) -> Bool {
        var folder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder.boolValue
    }
}
