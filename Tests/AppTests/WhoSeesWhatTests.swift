import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing
import Web

@testable import App

@Suite("Every route is open to those it says, and to nobody else")
struct WhoSeesWhatTests {
    private static let golden = House.root + "/Tests/AppTests/Golden/who-sees-what.txt"

    @Test("every route has an address to try it at")
    func samples() async throws {
        try await House.open { house in
            for sample in try await SampleRoutes(house).all {
                #expect(sample.address != nil, "Give \(sample.route.path) an address in SampleRoutes.")
            }
        }
    }

    @Test("what each route answers everybody is what is written down")
    func asWritten() async throws {
        let found = try await House.open { house in try await table(house) }
        if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" {
            try Data(found.utf8).write(to: URL(filePath: Self.golden))
        }
        let written = try String(contentsOfFile: Self.golden, encoding: .utf8)
        for (now, then) in zip(found.split(separator: "\n"), written.split(separator: "\n")) {
            #expect(now == then, "If this is meant: REWRITE_GOLDEN=1 swift test --filter WhoSeesWhatTests")
        }
        #expect(found.split(separator: "\n").count == written.split(separator: "\n").count)
    }

    @Test("nobody but a member is answered where only members may look")
    func denied() async throws {
        try await House.open { house in
            for sample in try await SampleRoutes(house).all {
                guard case .members = sample.route.audience, let address = sample.address else { continue }
                for somebody in [house.visitor, house.forger] {
                    let answer = try await somebody.ask(sample.route.method, address)
                    #expect(answer.status == .unauthorized, "\(address)")
                    #expect(!answer.text.contains("Testham 001A"), "\(address)")
                }
            }
        }
    }

    @Test(
        "an invited, suspended or ended membership is answered as a stranger is, at every address",
        arguments: [MembershipState.invited, .suspended, .left])
    func states(state: MembershipState) async throws {
        try await House.open { house in
            let samples = try await SampleRoutes(house)
            let somebody = try await samples.who.officer(thenMade: state)
            for sample in samples.all {
                guard case .members = sample.route.audience, let address = sample.address else { continue }
                let answer = try await somebody.ask(sample.route.method, address)
                #expect(answer.status == .unauthorized, "\(address)")
            }
        }
    }

    @Test("what was answered to whoever broke the glass is refused again when it is over, however it came to be over")
    func mended() async throws {
        try await House.open { house in
            let samples = try await SampleRoutes(house)
            let administrator = try await samples.who.somebody(as: .administrator)
            let officer = try await house.officer()
            let opened = samples.all.filter { sample in
                guard case .members(let permission) = sample.route.audience else { return false }
                return permission.emergency != nil && sample.route.method == .get
            }.compactMap(\.address)
            #expect(opened.count > 10)
            for over in ["ended", "ended by an officer", "signed out", "time"] {
                let breaker = try await house.glassBreaker(administrator)
                for address in opened {
                    #expect(try await breaker.get(address).status != .forbidden, "\(address)")
                }
                switch over {
                case "ended": try await breaker.send(to: "/break-glass/end")
                case "ended by an officer":
                    let page = try await officer.get("/broken-glass").text
                    let form = try #require(page.firstMatch(of: /action="(\/broken-glass\/[^"]+\/end)"/)?.output.1)
                    #expect(try await officer.send(to: String(form)).location == "/broken-glass")
                case "signed out": try await breaker.send(to: "/sign-out")
                default: house.clock.move(hours: 0.5)
                }
                for address in opened {
                    let status = try await breaker.get(address).status
                    #expect(status == (over == "signed out" ? .unauthorized : .forbidden), "\(over): \(address)")
                }
            }
        }
    }

    /// One line for each route: who it is for, and what a visitor, somebody in each kind of seat and a forger are
    /// answered. Forms are sent empty: where one is let through, it is refused for that, or changes nothing.
    private func table(_ house: House) async throws -> String {
        let samples = try await SampleRoutes(house)
        // The browsers of one route are made for it: one route signs them out.
        var people: [(role: Role, id: ID<Person>)] = []
        for role in Self.roles { people.append((role, try await samples.who.somebody(as: role))) }
        var lines = [
            "Who sees what. Every route, whom it was declared for, and what it answers: a visitor, somebody in a seat of",
            "each role, an administrator who broke the glass for everything that can be broken into, an officer who signed",
            "in by password alone, the officer of another partnership in the same records, and somebody with a cookie they",
            "made up. ‘Proved’: only within a quarter of an hour of a proof of who sits there. Those who are invited,",
            "suspended or have left are answered as a visitor is, everywhere (a test of its own holds that), and so it is",
            "held that broken glass lets nobody in any more when it is over. Nothing can be printed here, so what is",
            "printed answers 503.",
            "Made by the tests; a change to it is a change to who may do what, and is read as one.",
            "",
        ]
        lines += permissions + [""]
        lines.append(
            line(
                "", "route", "declared for",
                ["visitor"] + Self.roles.map(\.rawValue) + ["broken glass", "by password", "neighbour", "forger"]))
        for sample in samples.all {
            let address = sample.address ?? sample.route.path
            var answers: [String] = []
            var everybody = [house.visitor]
            for (_, id) in people { everybody.append(try await house.somebody(id)) }
            if let administrator = people.last { everybody.append(try await house.glassBreaker(administrator.id)) }
            if let officer = people.first { everybody.append(try await house.somebody(officer.id, by: .password)) }
            everybody.append(try await house.neighbour())
            for somebody in everybody + [house.forger] {
                let answer =
                    sample.route.method == .post
                    ? try await somebody.send(to: address) : try await somebody.get(address)
                answers.append("\(answer.status.code)")
            }
            lines.append(
                line(sample.route.method.rawValue, sample.route.path, audience(sample.route), answers))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One of each kind of seat that is let do different things.
    private static let roles: [Role] = [.officer, .clerk, .analyst, .member, .administrator]

    /// What may be done, and the roles whose seats hold it.
    private var permissions: [String] {
        Program.permissions.sorted { $0.name < $1.name }.map { permission in
            let holders = Role.allCases.filter { permission.holders.contains($0) }.map(\.rawValue)
            let all = holders.count == Role.allCases.count
            if permission.isEverybodys { return "may \(permission.name): every member, with a seat or without" }
            let code = permission.asksForCode ? "; only after a second step of signing in" : ""
            return "may \(permission.name): \(all ? "every seat" : holders.joined(separator: ", "))\(code)"
        } + [""]
            + Program.permissions.sorted { $0.name < $1.name }.compactMap { permission in
                permission.emergency.map { "who breaks the glass may \(permission.name): \($0)" }
            }
    }

    private func audience(_ route: Routes.Declaration) -> String {
        switch route.audience {
        case .visitors: "everybody"
        case .members(let permission): "may \(permission.name)" + (route.asksForProof ? ", proved" : "")
        }
    }

    private func line(_ method: String, _ path: String, _ audience: String, _ answers: [String]) -> String {
        let cells = [(method, 5), (path, 63), (audience, 30)] + answers.map { ($0, 14) }
        let text = cells.map { cell, width in
            cell.padding(toLength: max(width, cell.count), withPad: " ", startingAt: 0)
        }.joined()
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}
