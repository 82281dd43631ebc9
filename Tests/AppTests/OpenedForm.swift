import Foundation
import HummingbirdTesting
import Testing

@testable import App

/// A form as somebody has it open: what stands in it, and what it carries along unseen.
struct OpenedForm: Sendable {
    let address: String
    private var fields: [(String, String)]

    /// - Parameter address: where the form goes; a page may have others on it.
    init(_ page: TestResponse, to address: String) throws {
        self.address = address
        let start = try #require(page.text.firstRange(of: "action=\"\(address)\""))
        let rest = page.text[start.upperBound...]
        let form = rest[..<(try #require(rest.firstRange(of: "</form>")).lowerBound)]
        fields = form.matches(of: /<input[^>]*? name="([^"]*)" value="([^"]*)"/).map { found in
            (String(found.output.1), String(found.output.2).unescaped)
        }
        for found in form.matches(of: /(?s)<textarea[^>]*? name="([^"]*)"[^>]*>\n(.*?)<\/textarea>/) {
            // As browsers end lines.
            let lines = String(found.output.2).unescaped.replacing("\n", with: "\r\n")
            fields.append((String(found.output.1), lines))
        }
        for found in form.matches(of: /(?s)<select[^>]*? name="([^"]*)".*?<\/select>/) {
            let choice = found.output.0.firstMatch(of: /<option value="([^"]*)" selected>/)
            fields.append((String(found.output.1), choice.map { String($0.output.1).unescaped } ?? ""))
        }
    }

    subscript(name: String) -> String? { fields.first { $0.0 == name }?.1 }

    /// The same, with something typed over what stood there.
    func typing(_ answers: KeyValuePairs<String, String>) -> OpenedForm {
        var form = self
        for (name, value) in answers {
            form.fields.removeAll { $0.0 == name }
            form.fields.append((name, value))
        }
        return form
    }

    func without(_ isUnwanted: (String) -> Bool) -> OpenedForm {
        var form = self
        form.fields.removeAll { isUnwanted($0.0) }
        return form
    }

    @discardableResult
    func sent(by browser: Browser) async throws -> TestResponse {
        try await browser.sendBare(fields, to: address)
    }
}

extension Browser {
    /// Opens the form at an address.
    func open(_ address: String) async throws -> OpenedForm {
        try OpenedForm(try await get(address), to: address)
    }

    /// Opens the form at an address, types something into it, and sends it.
    @discardableResult
    func change(_ address: String, _ answers: KeyValuePairs<String, String>) async throws -> TestResponse {
        try await open(address).typing(answers).sent(by: self)
    }
}

extension String {
    fileprivate var unescaped: String {
        replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
