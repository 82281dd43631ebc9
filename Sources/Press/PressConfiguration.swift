// SPDX-License-Identifier: AGPL-3.0-or-later
import Logging

extension Press {
    /// Where the worker is and what it may use.
    public struct Configuration: Sendable {
        /// The Python of the private virtual environment; see ``Press/findPython(explicit:executable:currentDirectory:)``.
        public var python: String?
        /// Folder in which charts are kept between runs; without one they are kept in memory only.
        public var cacheFolder: String?
        /// How long one document may take.
        public var documentLimit: Duration = .seconds(120)
        /// How long one chart may take. The first, which loads the renderer, takes seconds.
        public var chartLimit: Duration = .seconds(30)
        /// Bytes of memory the worker may have. A pack of a thousand pages wants somewhat more than half of the usual amount.
        public var memoryLimit: Int = 2 << 30
        /// Bytes one job may send and one answer may bring.
        public var sizeLimit: Int = 64 << 20
        /// Bytes of PDFs that somebody gave which one paper may show, besides its own; and which are kept ready in memory.
        public var shownLimit: Int = 128_000_000
        /// How many jobs may wait.
        public var queueLimit: Int = 64
        /// Bytes of charts kept in memory, and on disk.
        public var memoryCacheLimit: Int = 32 << 20
        public var diskCacheLimit: Int = 256 << 20
        /// LibreOffice’s program; nil where there is none.
        public var office: String? = Press.findOffice()
        /// How long one Office file may take, and the bytes of memory that it may.
        public var officeLimit: Duration = .seconds(90)
        public var officeMemory: Int = 2 << 30
        public var logger: Logger

        public init(python: String?, cacheFolder: String?, logger: Logger) {
            self.python = python
            self.cacheFolder = cacheFolder
            self.logger = logger
        }
    }
}
