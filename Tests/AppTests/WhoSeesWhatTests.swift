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
    /// With a mail server, there are routes that are not there without one.
    private static let mail = [
        "smtp": "smtp://127.0.0.1:1", "mailFrom": "safer@example.org", "address": "http://safer.example.org",
    ]
    /// Strangers at one address send every form there is within a second or two, which is more than they may in a minute.
    private static let patient = ["limitPublicForm": "1000"]
    private static let golden = House.root + "/Tests/AppTests/Golden/who-sees-what.txt"

    @Test("every route has an address to try it at")
    func samples() async throws {
        try await House.open(Self.mail) { house in
            for sample in try await SampleRoutes(house).all {
                #expect(sample.address != nil, "Give \(sample.route.path) an address in SampleRoutes.")
            }
        }
    }

    @Test("what each route answers everybody is what is written down")
    func asWritten() async throws {
        let options = Self.mail.merging(Self.patient) { own, _ in own }
        let found = try await House.open(options) { house in try await WhoSeesWhat(house).text }
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
        let options = Self.mail.merging(Self.patient) { own, _ in own }
        try await House.open(options) { house in
            for sample in try await SampleRoutes(house).all {
                guard case .members = sample.route.audience, let address = sample.address else { continue }
                // A minute each time: a visitor who asked for everything at once would be told to wait.
                house.clock.move(hours: 1.0 / 60)
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
        try await House.open(Self.patient) { house in
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
}
