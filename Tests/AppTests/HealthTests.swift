import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App

@Suite("Those who look after the system see how it does, and can have a failed job tried again")
struct HealthTests {
    @Test("a line for each thing, with what to do where it is not well")
    func page() async throws {
        try await House.open { house in
            let administrator = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .administrator))
            let page = try await administrator.get("/health")
            #expect(page.status == .ok)
            let said = page.reading
            #expect(said.contains("Records Sound They can be read and changed. Nothing waits to be saved."))
            #expect(said.contains("Every change is flushed to the disk before it is called saved."))
            #expect(said.contains("No backup has been made by the program. Start the program with --backups"))
            #expect(said.contains("Write-ahead log") && said.contains("No mail is sent"))
            #expect(said.contains("Papers and charts can’t be made"))
            #expect(said.contains("Frankpledge 0.1.0, started just now"))
            #expect(said.contains("The program takes it to be 9 February 2016 at 12:00"))
        }
    }

    @Test("only administrators look, and only after a second step")
    func audience() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            #expect(try await house.officer().get("/health").status == .forbidden)
            let id = try await who.somebody(as: .administrator)
            #expect(try await house.somebody(id).get("/health").status == .ok)
            let weak = try await house.somebody(id, by: .password).get("/health")
            #expect(weak.status == .forbidden && weak.reading.contains("second step"))
        }
    }

    @Test("a failed job is told of with what it said, and tried again once it is asked for")
    func again() async throws {
        try await House.open { house in
            let administrator = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .administrator))
            let queue = JobQueue(house.installation.records)
            try await queue.add(NightlyBackup.kind, named: "2016-02-08", due: house.clock.now)
            let job = try #require(try await queue.claim([NightlyBackup.kind], for: 60, at: house.clock.now))
            try await queue.fail(job, because: "‘/backups’ could not be used", againAt: nil, at: house.clock.now)

            let page = try await administrator.get("/health")
            #expect(page.reading.contains("Jobs Failed 1 job was given up."))
            #expect(page.reading.contains("The nightly backup of 8 February 2016 It was tried 1 time"))
            #expect(page.reading.contains("‘/backups’ could not be used"))
            let address = try #require(page.text.firstMatch(of: /action="(\/health\/jobs\/[^"]+)"/)).output.1

            let asked = try await administrator.send(to: String(address))
            #expect(asked.location == "/health?again=yes")
            let after = try await administrator.get(asked.location).reading
            #expect(
                after.contains("It is tried again within a minute.") && after.contains("1 job waits until it is due"))
            #expect(!after.contains("Jobs that failed"))
            #expect(try await administrator.send(to: String(address)).status == .notFound)
            let claimed = try await queue.claim([NightlyBackup.kind], for: 60, at: house.clock.now)
            #expect(claimed?.id == job.id)
            #expect(
                try await administrator.get("/activity").reading.contains("had a failed job tried again Job: backup"))
        }
    }

    @Test("the metrics have the length of the queue of changes")
    func metrics() async throws {
        try await House.open(transport: .live) { house in
            let text = try await house.visitor.get("/metrics").text
            #expect(text.contains("frankpledge_writes_waiting 0"))
        }
    }
}
