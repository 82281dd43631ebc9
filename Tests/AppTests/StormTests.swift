import HTTPTypes
import HummingbirdTesting
import Testing
import Web

@testable import App

@Suite("A storm of visitors is told to wait, and those who work here are answered")
struct StormTests {
    @Test("a visitor who asks too much is told how long to wait, while an officer and static files are answered")
    func storm() async throws {
        try await House.open(["limitPublicPage": "5", "limitSignInForm": "3"]) { house in
            let (officer, visitor) = (try await house.officer(), house.visitor)
            let page = try await visitor.get("/")
            let style = try #require(page.text.firstMatch(of: /\/assets\/[0-9a-f]+\/frankpledge\.css/))
            // Allowances fill again in real time, and a busy machine takes long over an answer: it is asked until it is too much.
            func refused(_ ask: () async throws -> TestResponse) async throws -> TestResponse {
                var last = try await ask()
                for _ in 0..<60 where last.status != .tooManyRequests { last = try await ask() }
                return last
            }
            let last = try await refused { try await visitor.get("/methods") }
            #expect(last.status == .tooManyRequests)
            let wait = try #require(last.headers[.retryAfter].flatMap { Int($0) })
            #expect((1...12).contains(wait))
            let told = wait == 1 ? "Wait a second, then" : "Wait \(wait) seconds, then"
            #expect(last.reading.contains("Too much was asked at once") && last.reading.contains(told))
            // What is refused is refused at a member's address too, and by whatever method.
            #expect(try await refused { try await visitor.get("/home") }.status == .tooManyRequests)
            #expect(try await refused { try await visitor.ask(.head, "/") }.status == .tooManyRequests)
            for _ in 0..<20 { #expect(try await officer.get("/home").status == .ok) }
            #expect(try await officer.get("/methods").status == .ok)
            #expect(try await visitor.get(String(style.output)).status == .ok)
            #expect(try await visitor.get("/healthz").status == .ok)
        }
    }

    @Test("one address that tries to sign in again and again is told to wait; one proxy's other client is not")
    func signIn() async throws {
        try await House.open(["limitSignInForm": "1"]) { house in
            let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
            let typed: KeyValuePairs = ["email": "somebody@example.org", "password": "not the password"]
            var statuses: [Int] = []
            for _ in 0..<10 {
                let answer = try await house.visitor.send(typed, to: "/sign-in", [forwarded: "192.0.2.1"])
                statuses.append(answer.status.code)
            }
            // Allowances fill again in real time, and a busy machine takes long over a password: one is refused in any case.
            #expect(statuses.contains(429))
            #expect(statuses.first != 429)
            let other = try await house.visitor.send(typed, to: "/sign-in", [forwarded: "192.0.2.2"])
            #expect(other.status.code != 429)
        }
    }

    @Test(
        "an address answers the methods it was declared for, and names them to any other",
        arguments: [
            ("/", HTTPRequest.Method.post, "GET, HEAD"), ("/sign-in", .put, "GET, HEAD, POST"),
            ("/home", .delete, "GET, HEAD"), ("/sign-out", .get, "POST"), ("/home", .trace, "GET, HEAD"),
            ("/assets/1/2", .patch, "GET, HEAD"), ("/", .options, "GET, HEAD"),
        ])
    func methods(address: String, method: HTTPRequest.Method, allowed: String) async throws {
        try await House.open { house in
            let answer = try await house.visitor.ask(method, address)
            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers[.allow] == allowed)
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test("a method nobody knows is answered likewise, and where nothing is there is nothing by any method")
    func unknownMethods() async throws {
        try await House.open { house in
            let made = try #require(HTTPRequest.Method("FRANKPLEDGE"))
            #expect(try await house.visitor.ask(made, "/methods").headers[.allow] == "GET, HEAD")
            #expect(try await house.visitor.ask(made, "/nowhere").status == .notFound)
            #expect(try await house.visitor.ask(.trace, "/nowhere").status == .notFound)
        }
    }

    @Test("each limit and each room has a name in the environment")
    func settings() async throws {
        let settings = try await Settings(
            environment: ["FRANKPLEDGE_LIMIT_PUBLIC_PAGE": "7", "FRANKPLEDGE_ROOM_VISITORS": "3"])
        #expect(settings.limits.aMinute[.publicPage] == 7)
        #expect(settings.limits.places[.visitors] == 3)
        await #expect(throws: SettingsFault.self) {
            _ = try await Settings(environment: ["FRANKPLEDGE_ROOM_MEMBERS": "0"])
        }
    }
}
