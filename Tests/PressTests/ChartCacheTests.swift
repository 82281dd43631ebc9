import Foundation
import Logging
import Testing

@testable import Press

@Suite("The cache of charts")
struct ChartCacheTests {
    private let logger = Logger(label: "press", factory: { _ in SwiftLogNoOpLogHandler() })

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cache-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private func cache(_ folder: URL?, memory: Int = 1 << 20, disk: Int = 1 << 20) -> ChartCache {
        ChartCache(folder: folder?.path, memoryLimit: memory, diskLimit: disk, logger: logger)
    }

    private func key(_ name: String, renderer: String = "one") -> ChartCache.Key {
        ChartCache.Key(specification: name, renderer: renderer)
    }

    private func files(in folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "svg" }
    }

    @Test("another specification, or another renderer, is another chart")
    func keys() {
        #expect(key("a") == key("a"))
        #expect(key("a") != key("b"))
        #expect(key("a") != key("a", renderer: "two"))
    }

    @Test("a chart outlives the program, in its folder")
    func outlives() async throws {
        try await withFolder { folder in
            await cache(folder).keep("<svg></svg>", for: key("a"))
            #expect(await cache(folder).svg(for: key("a")) == "<svg></svg>")
            #expect(await cache(nil).svg(for: key("a")) == nil)
        }
    }

    @Test("a file cut short or meddled with counts as absent", arguments: ["", "<svg>", "<svg><script/></svg>"])
    func damaged(content: String) async throws {
        try await withFolder { folder in
            await cache(folder).keep("<svg></svg>", for: key("a"))
            try Data(content.utf8).write(to: try #require(files(in: folder).first))
            #expect(await cache(folder).svg(for: key("a")) == nil)
        }
    }

    @Test("when memory is full the chart least lately used goes first")
    func memoryIsBounded() async {
        let cache = cache(nil, memory: 25)
        await cache.keep("<svg></svg>", for: key("a"))
        await cache.keep("<svg></svg>", for: key("b"))
        #expect(await cache.svg(for: key("a")) != nil)
        await cache.keep("<svg></svg>", for: key("c"))
        #expect(await cache.svg(for: key("b")) == nil)
        #expect(await cache.svg(for: key("a")) != nil)
        #expect(await cache.svg(for: key("c")) != nil)
    }

    @Test("a folder that has grown too large is swept at the next start")
    func diskIsBounded() async throws {
        try await withFolder { folder in
            let first = cache(folder)
            for name in 0..<20 { await first.keep("<svg></svg>", for: key("\(name)")) }
            #expect(files(in: folder).count == 20)
            await cache(folder, disk: 110).keep("<svg></svg>", for: key("last"))
            #expect(files(in: folder).count == 8)
        }
    }

    @Test("a folder that can’t be written costs nothing but the next start’s time")
    func unwritable() async {
        let cache = cache(URL(fileURLWithPath: "/proc/nothing"))
        await cache.keep("<svg></svg>", for: key("a"))
        #expect(await cache.svg(for: key("a")) == "<svg></svg>")
    }
}
