import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import Membership
import ScratchDatabases
import Synchronization
import Testing

@testable import App
@testable import Storage

@Suite("S117: with little room on the disk files are refused and all else goes on; those who look after it are told")
struct DiskRoomTests {
    /// A disk that a test fills and empties.
    private final class Disk: Sendable {
        private let free = Mutex(50)
        func leave(gigabytes: Int) { free.withLock { $0 = gigabytes } }
        var gauge: DiskGauge {
            DiskGauge {
                DiskRoom(free: self.free.withLock(\.self) * 1_000_000_000, whole: 100_000_000_000)
            }
        }
    }

    private func house(_ body: @Sendable (House, Disk) async throws -> Void) async throws {
        let disk = Disk()
        try await House.open(gauge: disk.gauge) { house in try await body(house, disk) }
    }

    @Test("a data file is refused with the rest of the form kept, what people type is saved, and with room it is taken")
    func uploads() async throws {
        try await house { house, disk in
            let officer = try await house.officer()
            #expect(try await !officer.get("/data/import").reading.contains("No files can be given"))
            disk.leave(gigabytes: 4)
            let page = try await officer.get("/data/import")
            #expect(page.status == .ok)
            #expect(page.reading.contains("No files can be given at the moment There is too little room left"))

            let file = StreetFile("2014-01", burglaries: 3)
            let refused = try await officer.give([.init(file.name, file.text)], as: "boundaries")
            #expect(refused.status.code == 507)
            #expect(refused.text.contains("<title>Error: Import data"))
            #expect(refused.text.contains("<option value=\"boundaries\" selected>"))
            #expect(refused.reading.contains("Error: There is too little room left on the disk"))
            #expect(refused.reading.contains("Ask whoever runs the machine to make room, then give the file again."))
            #expect(try await house.imports().isEmpty)
            #expect(try house.database.files.all().isEmpty)

            let saved = try await officer.change("/partnership/area", ["country": "england", "councils": "one"])
            #expect(saved.status == .seeOther)

            disk.leave(gigabytes: 40)
            #expect(try await officer.give([.init(file.name, file.text)]).status == .seeOther)
            await house.program.first.desk.untilQuiet()
            #expect(try await house.releases().count == 1)
        }
    }

    @Test("so with a file of people, of which nobody is entered")
    func people() async throws {
        try await house { house, disk in
            let officer = try await house.officer()
            disk.leave(gigabytes: 1)
            #expect(try await officer.get("/partnership/people/import").reading.contains("No files can be given"))
            let file = Browser.File("people.csv", "name,email\nAda Byron,\n")
            let refused = try await officer.give([file], to: "/partnership/people/import")
            #expect(refused.status.code == 507)
            #expect(refused.reading.contains("Import people"))
            #expect(refused.reading.contains("There is too little room left on the disk"))
            #expect(try await !officer.get("/partnership/people").reading.contains("Ada Byron"))
            disk.leave(gigabytes: 50)
            let taken = try await officer.give([file], to: "/partnership/people/import")
            #expect(taken.reading.contains("1 person would be entered"))
        }
    }

    @Test("an import by command is refused in the same words, and an example begins all the same")
    func command() async throws {
        try await house { house, disk in
            disk.leave(gigabytes: 4)
            let intake = Intake(house.installation, desk: house.program.first.desk)
            let file = StreetFile("2014-01", burglaries: 3)
            let path = house.folder + "/street.csv"
            try Data(file.text.utf8).write(to: URL(filePath: path))
            await #expect(throws: KeptFileFault.diskScarce) {
                _ = try await intake.take(fileAt: path, as: .police) { _ in }
            }
            let outcome = try await intake.take(Array(file.text.utf8), named: file.name, as: .police)
            #expect(!outcome.wasRefused)
        }
    }

    @Test("at each mark those who look after the system are told, once; and when files are taken again")
    func told() async throws {
        try await house { house, disk in
            let id = try await WhoIsWhoHouse(house).somebody(as: .administrator)
            let administrator = try await house.somebody(id)
            // As after a start: nothing is known but what the entries say.
            func look() async throws -> DiskRoom.Level? {
                try await RoomWatch(house.installation, logger: .silent).look()
            }
            func notices() async throws -> String { try await administrator.get("/notices").reading }

            #expect(try await look() == .plenty)
            #expect(try await notices().contains("There is nothing new"))
            disk.leave(gigabytes: 14)
            for _ in 1...3 { #expect(try await look() == .little) }
            var said = try await notices()
            #expect(said.components(separatedBy: "The disk is getting full").count == 2)
            #expect(said.contains("You look after the system."))
            let health = try await administrator.get("/health").reading
            #expect(health.contains("Disk Getting full 14.0 GB of 100.0 GB are free (14%)."))

            disk.leave(gigabytes: 4)
            #expect(try await look() == .scarce)
            #expect(try await notices().contains("The disk is nearly full: no files are taken until there is room"))
            let bad = try await administrator.get("/health").reading
            #expect(bad.contains("Disk Nearly full") && bad.contains("no files are taken, neither uploads nor imports"))
            disk.leave(gigabytes: 1)
            #expect(try await look() == DiskRoom.Level.none)
            #expect(try await notices().contains("The disk is full: saving may stop at any moment"))
            disk.leave(gigabytes: 4)
            #expect(try await look() == .scarce)
            disk.leave(gigabytes: 50)
            #expect(try await look() == .plenty)
            said = try await notices()
            #expect(said.components(separatedBy: "There is room on the disk again, and files are taken").count == 2)
            #expect(said.components(separatedBy: "no files are taken until there is room").count == 2)
        }
    }

    @Test("the watch looks again and again by itself, and says in the log what it found")
    func watch() async throws {
        try await house { house, disk in
            let logbook = Logbook()
            let rooms = Mutex([14, 14, 50, 50])
            await RoomWatch(
                house.installation, logger: .init(label: "room") { _ in logbook },
                pause: {
                    let next = try rooms.withLock { rooms in
                        guard !rooms.isEmpty else { throw CancellationError() }
                        return rooms.removeFirst()
                    }
                    disk.leave(gigabytes: next)
                }
            ).run()
            #expect(logbook.lines.count == 2, "\(logbook.lines)")
            #expect(logbook.lines.first?.contains("There is little room on the disk.") == true)
            #expect(logbook.lines.last?.contains("There is more room on the disk.") == true)
        }
    }

    @Test("the metrics have how much there is")
    func metrics() async throws {
        try await House.open(transport: .live) { house in
            let text = try await house.visitor.get("/metrics").text
            #expect(text.contains("frankpledge_disk_free_bytes 50000000000"))
            #expect(text.contains("frankpledge_disk_bytes 100000000000"))
        }
    }
}
