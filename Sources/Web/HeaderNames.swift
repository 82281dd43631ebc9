import HTTPTypes

extension HTTPField.Name {
    static let crossOriginOpenerPolicy = named("cross-origin-opener-policy")
    static let permissionsPolicy = named("permissions-policy")
    static let referrerPolicy = named("referrer-policy")
    static let secFetchSite = named("sec-fetch-site")
    static let xFrameOptions = named("x-frame-options")

    private static func named(_ name: StaticString) -> HTTPField.Name {
        guard let parsed = HTTPField.Name(parsed: "\(name)") else {
            preconditionFailure("\(name) is not the name of a header")
        }
        return parsed
    }
}
