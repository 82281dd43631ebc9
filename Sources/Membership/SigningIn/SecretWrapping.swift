import Storage

extension InstallationKeys {
    /// A secret of the second step as it is kept: wrapped, and bound to the person it is of.
    func kept(_ secret: OneTimeSecret, of person: ID<Person>) throws(KeyFault) -> [UInt8] {
        try wrap(secret.bytes, for: Self.place(of: person))
    }

    /// A secret from what is kept of it; nil where none of the keys opens it. It may lie there as it is, from before
    /// secrets were wrapped.
    func secret(_ kept: [UInt8], of person: ID<Person>) -> OneTimeSecret? {
        if kept.count == OneTimeSecret.length { return OneTimeSecret(bytes: kept) }
        return (try? open(kept, for: Self.place(of: person))).map { OneTimeSecret(bytes: $0) }
    }

    private static func place(of person: ID<Person>) -> WrappedPlace {
        WrappedPlace("second_factor.secret", of: person)
    }
}
