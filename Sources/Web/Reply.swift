import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Membership
import NIOCore
import Storage

/// What a handler answers: a page, somewhere else to go, or a file.
public struct Reply: Sendable {
    enum Content: Sendable {
        case page(Page)
        case redirect(Address)
        case bytes([UInt8], type: String, disposition: Disposition?)
        case file(path: String, disposition: Disposition)
        /// Another page’s answer, as it is.
        case made(Response)
    }

    enum Disposition: Sendable {
        case inline(name: String?)
        case download(name: String)
    }

    let content: Content
    var status: HTTPResponse.Status = .ok
    var headers = HTTPFields()
    /// What the browser is known by from this answer on, so that the forms of the page that says so are good.
    var session: SessionToken?

    public static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(content: .page(page), status: status)
    }

    /// After a form was taken: see the result, so that loading again sends nothing twice.
    public static func redirect(to address: Address) -> Reply {
        Reply(content: .redirect(address), status: .seeOther)
    }

    public static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let bytes = try [UInt8](encoder.encode(value))
        return Reply(content: .bytes(bytes, type: "application/json; charset=utf-8", disposition: nil), status: status)
    }

    /// Bytes to save under a name.
    public static func download(_ bytes: [UInt8], type: String, named name: String) -> Reply {
        Reply(content: .bytes(bytes, type: type, disposition: .download(name: name)))
    }

    /// Bytes the browser shows by itself, such as a chart or a PDF that we made.
    ///
    /// - Parameter name: what it is called if it is saved.
    public static func shown(_ bytes: [UInt8], type: String, named name: String? = nil) -> Reply {
        Reply(content: .bytes(bytes, type: type, disposition: .inline(name: name)))
    }

    /// A file that people gave us, exactly as it came: saved, never shown or run (S54).
    public static func keptFile(at path: String, named name: String) -> Reply {
        Reply(content: .file(path: path, disposition: .download(name: name)))
    }

    /// The same answer, and the browser is to remember or forget this cookie.
    func setting(cookie: Cookie) -> Reply {
        var reply = self
        reply.headers.append(HTTPField(name: .setCookie, value: cookie.description))
        return reply
    }

    /// The same answer, and pages of other sites may read it too: what is public already (Fetch, 3.2).
    public func forEverySite() -> Reply {
        var reply = self
        reply.headers[.accessControlAllowOrigin] = "*"
        return reply
    }

    /// The same answer, and nobody may keep it: it says something that is for one person, once.
    public func neverKept() -> Reply {
        var reply = self
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    /// The same answer, and the browser may keep it for good: its address names its content.
    ///
    /// - Parameter byEverybody: whether a proxy between may keep it too; never for what only members see.
    func keptForGood(byEverybody: Bool) -> Reply {
        var reply = self
        reply.headers[.cacheControl] = "\(byEverybody ? "public" : "private"), max-age=31536000, immutable"
        return reply
    }
}

extension Reply {
    func response(to request: Request, context: some RequestContext, visit: Visit, site: Site) async throws -> Response
    {
        switch content {
        case .page(let page):
            var visit = visit
            if let session { visit.token = session }
            if let member = visit.member { visit.inbox = await site.inbox?.shown(to: member) }
            let html = Layout(page: page, site: site, visit: visit).html
            // A member's page has forms with a token that is new each time: no tag would ever match the next.
            return body(
                html.bytes, type: "text/html; charset=utf-8", disposition: nil, to: request,
                isTagged: visit.member == nil)
        case .redirect(let address):
            var response = Response(status: status, headers: headers)
            response.headers[.location] = address.text
            return response
        case .bytes(let bytes, let type, let disposition):
            return body(bytes, type: type, disposition: disposition, to: request, isTagged: true)
        case .made(let response): return response
        case .file(let path, let disposition):
            let body = try await FileIO().loadFile(path: path, context: context)
            var response = Response(status: status, headers: headers, body: body)
            response.headers[.contentType] = "application/octet-stream"
            response.headers[.contentDisposition] = disposition.header
            response.headers[.contentSecurityPolicy] = SecurityHeaders.sandbox
            return response
        }
    }

    /// A body known whole: with its entity tag if that can ever be asked for, and compressed where that helps and the
    /// browser can read it.
    private func body(
        _ bytes: [UInt8], type: String, disposition: Disposition?, to request: Request, isTagged: Bool
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        headers[.contentDisposition] = disposition?.header
        headers[.vary] = "accept-encoding"
        let isLook = request.method == .get || request.method == .head
        if status == .ok, isLook, isTagged, headers[.cacheControl] != "no-store" {
            let tag = "W/\"" + SHA256.hash(data: bytes).prefix(12).hexadecimal + "\""
            headers[.eTag] = tag
            if EntityTags.match(request.headers[.ifNoneMatch], tag) {
                return Response(status: .notModified, headers: headers)
            }
        }
        let coded = Compression.coded(bytes, type: type, for: request.headers)
        if let encoding = coded.encoding { headers[.contentEncoding] = encoding }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: coded.bytes)))
    }
}

extension Reply.Disposition {
    /// RFC 6266: the name in plain letters for old browsers, and as it is for the rest.
    var header: String {
        let (kind, name): (String, String)
        switch self {
        case .inline(nil): return "inline"
        case .inline(let shown?): (kind, name) = ("inline", shown)
        case .download(let saved): (kind, name) = ("attachment", saved)
        }
        let plain = String(
            decoding: name.utf8.map {
                (0x20...0x7E).contains($0) && !Self.unsafe.contains($0) ? $0 : UInt8(ascii: "_")
            },
            as: UTF8.self)
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}"))
            .union(CharacterSet(charactersIn: "-._~"))
        let whole = name.addingPercentEncoding(withAllowedCharacters: allowed) ?? plain
        return "\(kind); filename=\"\(plain)\"; filename*=UTF-8''\(whole)"
    }

    private static let unsafe = Set("\"\\/;".utf8)
}
