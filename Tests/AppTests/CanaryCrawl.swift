import Foundation
import HTTPTypes
import HummingbirdTesting

/// Everybody fetches every address, and what they are answered is searched for canaries that are not for them.
struct CanaryCrawl: Sendable {
    let canaries: Canaries
    let onlookers: [Onlooker]
    /// Where to begin.
    let addresses: [String]
    /// Where each canary is searched for by its word.
    var searches = ["/search?q=", "/meetings/search?q="]
    /// Links are followed until so many addresses are known beside those to begin with.
    var mostBeyond = 100
    /// Of addresses that differ in an identifier alone no more are followed: twenty themes are one kind of page.
    var mostAlike = 3

    /// What was found.
    struct Findings {
        var leaks: Set<Leak> = []
        /// Fields whose canary somebody saw whom it is for: without any, nothing would have been looked at.
        var seen: Set<String> = []
        var pages = 0
    }

    func run() async throws -> Findings {
        var findings = Findings()
        let all = try await known()
        for onlooker in onlookers {
            for address in all {
                try await look(onlooker, at: address, &findings)
            }
            for search in searches {
                for word in canaries.words.values.sorted() {
                    let address = "\(search)\(word)"
                    note(try await onlooker.browser.get(address), to: onlooker, at: address, &findings)
                }
            }
            for address in ["/no/such/page", "/partnership/people/%00", "/data?page=%FF", "/search?q=%22"] {
                try await look(onlooker, at: address, &findings)
            }
        }
        return findings
    }

    /// Where to begin, and all that members are led to from there: everybody asks for all of it.
    private func known() async throws -> [String] {
        var known = addresses
        var place = 0
        let most = addresses.count + mostBeyond
        var alike = Dictionary(grouping: known, by: Self.shape).mapValues(\.count)
        let members = onlookers.filter { $0.person != nil }
        while place < known.count, known.count < most {
            for member in members where known.count < most {
                let answer = try await member.browser.get(known[place])
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { break }
                for link in Self.links(in: answer.text) where !known.contains(link) {
                    guard alike[Self.shape(link), default: 0] < mostAlike else { continue }
                    alike[Self.shape(link), default: 0] += 1
                    known.append(link)
                }
            }
            place += 1
        }
        return known
    }

    /// An address without what it is about.
    private static func shape(_ address: String) -> String {
        address.replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "…")
    }

    private static func links(in page: String) -> [String] {
        page.matches(of: /(?:href|src)="(\/[^"\/#][^"#]*)/).map { String($0.output.1).replacing("&amp;", with: "&") }
            .filter { !$0.hasPrefix("/assets/") }
    }

    /// Asks as a browser does: the page, its head alone, and the page again if it has changed.
    private func look(_ onlooker: Onlooker, at address: String, _ findings: inout Findings) async throws {
        let answer = try await onlooker.browser.get(address)
        note(answer, to: onlooker, at: address, &findings)
        guard answer.status != .unauthorized else { return }
        note(try await onlooker.browser.ask(.head, address), to: onlooker, at: "HEAD \(address)", &findings)
        guard let tag = answer.headers[.eTag] else { return }
        let again = try await onlooker.browser.get(address, [.ifNoneMatch: tag])
        note(again, to: onlooker, at: "\(address), asked again", &findings)
    }

    private func note(
        _ answer: TestResponse, to onlooker: Onlooker, at address: String, _ findings: inout Findings
    ) {
        findings.pages += 1
        let head = answer.headers.map { "\($0.name): \($0.value)\n" }.joined()
        note(canaries.found(in: Array(head.utf8) + answer.bytes), to: onlooker, at: address, &findings)
    }

    /// Counts what somebody was shown.
    func note(_ found: [Canary], to onlooker: Onlooker, at address: String, _ findings: inout Findings) {
        for canary in found {
            if canary.isSeen(by: onlooker) {
                findings.seen.insert(canary.field)
            } else {
                let whose = canary.isOurs ? "" : " of the neighbour"
                findings.leaks.insert(Leak(who: onlooker.name, field: canary.field + whose, address: address))
            }
        }
    }
}
