import HTTPTypes
import Hummingbird
import Membership

/// What a browser keeps for us. S18: kept from scripts, sent only to this site, and over HTTPS bound to this very host.
struct SessionCookie {
    let site: Site

    /// Whether somebody is signed in.
    var session: String { site.isSecure ? "__Host-frankpledge" : "frankpledge" }
    /// Whether somebody signed in here before.
    var browser: String { site.isSecure ? "__Host-frankpledge-browser" : "frankpledge-browser" }

    func token(_ name: String, in request: Request) -> SessionToken? {
        request.cookies[name].flatMap { SessionToken($0.value) }
    }

    func cookie(_ name: String, _ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: seconds, path: "/", secure: site.isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension Reply {
    /// The same answer, and the browser is signed in from now on.
    ///
    /// - Parameter browser: what it is to be known by from now on, if it is not already.
    public func signingIn(_ token: SessionToken, knownBy browser: SessionToken? = nil, at site: Site) -> Reply {
        let cookies = SessionCookie(site: site)
        var reply = setting(
            cookie: cookies.cookie(cookies.session, token.text, seconds: Int(Session.lifetime)))
        reply.session = token
        if let browser {
            reply = reply.setting(cookie: cookies.cookie(cookies.browser, browser.text, seconds: 365 * 24 * 60 * 60))
        }
        return reply
    }

    /// The same answer, and the browser is signed in no more and forgets what it kept of our pages (S39).
    public func signingOut(at site: Site) -> Reply {
        let cookies = SessionCookie(site: site)
        var reply = setting(cookie: cookies.cookie(cookies.session, "", seconds: 0))
        if let name = HTTPField.Name("Clear-Site-Data") { reply.headers[name] = "\"cache\", \"storage\"" }
        return reply
    }
}
