import Storage

extension EntryWords {
    /// Whom an officer lets in is for those to know who keep people.
    static let links: [Telling] = [
        Telling(
            .invitationMade, on: "person", "made an invitation for", "make an invitation for",
            to: .holders(of: .keepPeople)),
        Telling(
            .resetMade, on: "person", "made a link for a new password for", "make a link for a new password for",
            to: .oneselfAndOperators),
        Telling(
            .resetAsked, on: "person", "asked for a new password by an email address",
            "ask for a new password by an email address", isNamed: false, to: .operators),
    ]

    /// When somebody comes and goes is theirs to know, and for those who look after the system.
    static let signingIn: [Telling] = [
        Telling(
            .signedIn, on: "member", "signed in as", "sign in as", toOneself: "signed in", to: .oneselfAndOperators),
        Telling(
            .signedIn, on: "person", "signed in as", "sign in as", toOneself: "signed in", to: .oneselfAndOperators),
        Telling(.signedOut, on: "member", "signed out", "sign out", isNamed: false, to: .oneselfAndOperators),
        Telling(
            .codeEntered, on: "person", "took the second step of signing in as",
            "take the second step of signing in as",
            toOneself: "took the second step of signing in", showsWho: true, to: .oneselfAndOperators),
        Telling(
            .passwordChosen, on: "person", "chose a password", "choose a password", isNamed: false,
            to: .oneselfAndOperators),
        Telling(
            .passwordChanged, on: "person", "changed their password", "change their password", isNamed: false,
            to: .oneselfAndOperators),
        Telling(
            .passwordRehashed, on: "person", "made the hash of a password anew for",
            "make the hash of a password anew for", to: .oneselfAndOperators),
        Telling(
            .proved, on: "person", "proved again who they are", "prove again who they are", isNamed: false,
            to: .oneselfAndOperators),
    ]

    static let secondStep: [Telling] = [
        Telling(
            .secondFactorProposed, on: "person", "began to set up a second step of signing in",
            "begin to set up a second step of signing in", isNamed: false, to: .oneselfAndOperators),
        Telling(
            .secondFactorSet, on: "person", "set up a second step of signing in",
            "set up a second step of signing in", isNamed: false, to: .oneselfAndOperators),
        Telling(
            .secondFactorRemoved, on: "person", "took away the second step of", "take away the second step of",
            toOneself: "took away their second step of signing in", to: .oneselfAndOperators),
        Telling(
            .secretsWrapped, on: "partnership", "wrapped the secrets of second steps with the installation’s key",
            "wrap the secrets of second steps with the installation’s key", isNamed: false, to: .operators),
        Telling(
            .recoveryCodesMade, on: "person", "made new recovery codes", "make new recovery codes", isNamed: false,
            to: .oneselfAndOperators),
    ]
}
