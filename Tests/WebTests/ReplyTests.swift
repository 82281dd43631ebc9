import Foundation
import Testing

@testable import Web

@Suite("A file is saved under the name it should have")
struct ReplyTests {
    @Test(
        "a name is told in plain letters and as it is (RFC 6266)",
        arguments: [
            ("kent.csv", "kent.csv", "kent.csv"),
            ("a \"b\".csv", "a _b_.csv", "a%20%22b%22.csv"),
            ("a\r\nset-cookie: x=1", "a__set-cookie: x=1", "a%0D%0Aset-cookie%3A%20x%3D1"),
            ("Ynys Môn.csv", "Ynys M__n.csv", "Ynys%20M%C3%B4n.csv"),
            ("../../etc/passwd", ".._.._etc_passwd", "..%2F..%2Fetc%2Fpasswd"),
            ("a\\b;c.csv", "a_b_c.csv", "a%5Cb%3Bc.csv"),
            ("a\0b\u{7F}", "a_b_", "a%00b%7F"),
            ("100% & 'so'*.csv", "100% & 'so'*.csv", "100%25%20%26%20%27so%27%2A.csv"),
            ("🏴.csv", "____.csv", "%F0%9F%8F%B4.csv"),
            ("", "", ""),
        ])
    func disposition(name: String, plain: String, whole: String) {
        #expect(
            Reply.Disposition.download(name: name).header
                == "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(whole)")
        #expect(
            Reply.Disposition.inline(name: name).header == "inline; filename=\"\(plain)\"; filename*=UTF-8''\(whole)")
        #expect(whole.removingPercentEncoding == name)
    }

    @Test("what is shown without a name only says so")
    func inline() {
        #expect(Reply.Disposition.inline(name: nil).header == "inline")
    }
}
