import Testing

@testable import Web

@Suite("Addresses stay on this site")
struct AddressTests {
    @Test(
        "a name in an address stays one step of the path",
        arguments: [
            ("Thanet", "Thanet"), ("St Helens", "St%20Helens"), ("a/b", "a%2Fb"), ("..", ".."),
            ("a?b#c&d=e", "a%3Fb%23c%26d%3De"),
            ("\"<'>", "%22%3C%27%3E"), ("Ynys Môn", "Ynys%20M%C3%B4n"), ("a\r\nb", "a%0D%0Ab"), ("a\0b", "a%00b"),
            ("100%", "100%25"), ("\\", "%5C"),
            (
                "🏴󠁧󠁢󠁷󠁬󠁳󠁿".prefix(1).description,
                "%F0%9F%8F%B4%F3%A0%81%A7%F3%A0%81%A2%F3%A0%81%B7%F3%A0%81%AC%F3%A0%81%B3%F3%A0%81%BF"
            ),
        ])
    func step(name: String, encoded: String) {
        let address: Address = "/assessment/\(name)/months.csv"
        #expect(address.text == "/assessment/\(encoded)/months.csv")
    }

    @Test("numbers and identifiers stand in an address as they are written")
    func numbers() {
        let address: Address = "/pages/\(12)?width=\(-3)"
        #expect(address.text == "/pages/12?width=-3")
    }

    @Test(
        "an address from outside that leads elsewhere, or might, is not taken",
        arguments: [
            "", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example/",
            "javascript:alert(1)", "data:text/html,x", "home", " /home", "/home ", "/\t/evil.example",
            "/a\r\nset-cookie: x=1",
            "/a\nb", "/\0", "/\u{7F}", "/caf\u{E9}", "/\u{2028}", "/a\\b", "/\u{FF0F}evil.example",
        ])
    func elsewhere(text: String) {
        #expect(Address(untrusted: text) == nil)
    }

    @Test(
        "an address from outside that stays here is taken as it is",
        arguments: [
            "/", "/home", "/assessment/thanet?from=2014-01&to=2014-11", "/data#releases", "/a//b",
            "/%2F%2Fevil.example",
        ])
    func here(text: String) {
        #expect(Address(untrusted: text)?.text == text)
    }

    @Test("questions follow in the order they were asked, and those without an answer are left out")
    func asking() {
        let address: Address = "/assessment/thanet"
        #expect(
            address.asking(["to": "2015-12", "from": "2015-01"]).text == "/assessment/thanet?to=2015-12&from=2015-01")
        #expect(address.asking(["from": nil, "to": "2015-12", "width": nil]).text == "/assessment/thanet?to=2015-12")
        #expect(address.asking(["from": nil]).text == "/assessment/thanet")
        #expect(address.asking(["q": ""]).text == "/assessment/thanet?q=")
        #expect(address.asking(["q": "a b&c=d"]).asking(["r": "1"]).text == "/assessment/thanet?q=a%20b%26c%3Dd&r=1")
    }

    @Test("a part of a page is named at the end")
    func fragment() {
        let address: Address = "/data"
        #expect(address.asking(["page": "2"]).at("releases").text == "/data?page=2#releases")
        #expect("\(address.at("releases"))" == "/data#releases")
    }
}
