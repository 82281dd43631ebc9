import Foundation
import ScratchDatabases
import Synchronization
import Testing

@testable import Storage

@Suite("S117: with little room on the disk no files are taken, and room that comes back is noticed by itself")
struct DiskRoomTests {
    private static let gigabyte = 1_000_000_000
    private static let plenty = DiskRoom(free: 50 * gigabyte, whole: 100 * gigabyte)
    private static let scarce = DiskRoom(free: 4 * gigabyte, whole: 100 * gigabyte)

    @Test(
        "how much is little, scarce and none, by what is free and by its part of the whole",
        arguments: [
            (15_000, 100_000, DiskRoom.Level.plenty), (14_999, 100_000, .little), (5_000, 10_000, .plenty),
            (4_999, 10_000, .little), (5_000, 100_000, .little), (4_999, 100_000, .scarce), (1_000, 10_000, .little),
            (999, 10_000, .scarce), (2_000, 100_000, .scarce), (1_999, 100_000, .none), (256, 1_000, .scarce),
            (255, 1_000, .none), (0, 0, .none),
        ])
    func levels(free: Int, whole: Int, level: DiskRoom.Level) {
        #expect(DiskRoom(free: free * 1_000_000, whole: whole * 1_000_000).level == level)
    }

    @Test(
        "it is told to be better only a tenth above a mark, and to be worse at once",
        arguments: [
            (14_900, DiskRoom.Level.plenty, DiskRoom.Level.little), (15_100, .little, .little),
            (16_700, .little, .plenty), (5_100, .scarce, .scarce), (5_600, .scarce, .little), (4_900, .little, .scarce),
            (50_000, .none, .plenty), (5_100, .none, .scarce),
        ])
    func telling(free: Int, before: DiskRoom.Level, level: DiskRoom.Level) {
        #expect(DiskRoom(free: free * 1_000_000, whole: 100_000 * 1_000_000).level(after: before) == level)
    }

    @Test("the disk of a folder is asked each time, and a folder that is not there is not known of")
    func gauge() throws {
        let room = try #require(DiskGauge.disk(of: NSTemporaryDirectory()).room())
        #expect(room.whole > 0 && room.free >= 0 && room.free <= room.whole)
        #expect(DiskGauge.disk(of: "/there/is/no/such/folder").room() == nil)
    }

    /// Kept files on a disk that a test fills.
    private func files(_ body: (KeptFiles, Disk) async throws -> Void) async throws {
        try await Scratch.sqlite.withFolder { folder in
            let (held, disk) = (try DataFolder(folder), Disk())
            try await body(try KeptFiles(in: held, gauge: DiskGauge { disk.look() }), disk)
            held.release()
        }
    }

    private final class Disk: Sendable {
        private let state = Mutex((room: DiskRoom?.some(DiskRoomTests.plenty), looks: 0, fullAfter: Int.max))
        func set(_ room: DiskRoom?) { state.withLock { $0.room = room } }
        /// After so many looks there is little room.
        func fill(after looks: Int) { state.withLock { ($0.looks, $0.fullAfter) = (0, looks) } }
        var looks: Int { state.withLock(\.looks) }

        func look() -> DiskRoom? {
            state.withLock { state in
                state.looks += 1
                return state.looks > state.fullAfter ? DiskRoomTests.scarce : state.room
            }
        }
    }

    @Test("no file is begun where there is little room, and the next is when there is room")
    func refused() async throws {
        try await files { files, disk in
            disk.set(Self.scarce)
            await #expect(throws: KeptFileFault.diskScarce) { try await files.keep(Chunks(["abc"])) }
            let kept = try files.all()
            #expect(kept.isEmpty)
            #expect(files.refusal == .diskScarce && KeptFileFault.diskScarce.isForWantOfRoom)
            #expect(try await files.mindingNoRoom.keep(Chunks(["example"])).isNew)

            disk.set(Self.plenty)
            #expect(try await files.keep(Chunks(["abc"])).isNew)
            #expect(files.refusal == nil)
            // What nobody knows stops nobody.
            disk.set(nil)
            #expect(try await files.keep(Chunks(["abcd"])).isNew)
        }
    }

    @Test("a file under which the room runs out is given up, and nothing of it stays")
    func midway() async throws {
        try await files { files, disk in
            let piece = [UInt8](repeating: 7, count: 1_000_000)
            disk.fill(after: 2)
            let writer = try files.receive()
            #expect(throws: KeptFileFault.diskScarce) {
                for _ in 0..<64 { try writer.write(piece) }
            }
            #expect(writer.size == 2 * KeptFileWriter.stride, "it is noticed before much more is taken")
            await #expect(throws: KeptFileFault.ended) { _ = try await writer.finish() }
            #expect(try files.all().isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: files.folder + "/incoming").isEmpty)
        }
    }
}
