// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation

/// A document in Typst’s language with all it reads: its own files, by name, and the house style.
///
/// The source begins with `#import "/house.typ": *`, which `Press` adds to every document, and reaches its other files
/// by name: `json("assessment.json")`, `chart("charts/months.svg")`. It can read nothing else, on disk or elsewhere.
public struct TypstDocument: Sendable {
    /// The source, compiled as `main.typ`.
    public var main: String
    /// Further files by name: templates, JSON data, SVG drawings. Names are relative paths with forward slashes.
    public var files: [String: [UInt8]]
    /// What `sys.inputs` holds.
    public var inputs: [String: String]
    /// The moment the PDF says it was made, and what `datetime.today()` answers; the same inputs give the same bytes.
    public var created: Date

    public init(main: String, files: [String: [UInt8]] = [:], inputs: [String: String] = [:], created: Date) {
        self.main = main
        self.files = files
        self.inputs = inputs
        self.created = created
    }

    /// Bytes of all its files together.
    var size: Int {
        files.values.reduce(main.utf8.count) { $0 + $1.count }
    }
}
