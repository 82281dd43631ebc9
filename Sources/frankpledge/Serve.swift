import App
import ArgumentParser

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the site from a data folder.",
        discussion: "Prints the address, and a one-time address that signs in the officer.")

    @OptionGroup var options: SettingsOptions

    @Option(name: .long, help: "The port to serve on; 0 takes any that is free. (default: 8080)")
    var port: Int?

    @Option(name: .long, help: "The address of this machine to serve on. (default: 127.0.0.1)")
    var host: String?

    @Option(name: .long, help: "How people reach the site, https://safer.example.org, if a proxy stands before it.")
    var address: String?

    @Option(
        name: .customLong("source-code"), help: "Where the source code of the program as it runs here is to be had.")
    var sourceCode: String?

    @Option(name: .long, help: "Whom people turn to about the site, as its pages on privacy and accessibility say.")
    var contact: String?

    @Option(name: .long, help: "The partnership’s own colour, like #1f5673, dark enough to be read on white.")
    var accent: String?

    @Option(name: .long, help: "The partnership’s name, for a new data folder.")
    var name: String?

    @Option(name: .long, help: "Start a new data folder with an example: thanet-2016.")
    var example: String?

    @Option(name: .long, help: "The folder the examples are in.", completion: .directory)
    var examples: String?

    @Option(name: .long, help: "The Python that makes PDFs and charts.", completion: .file())
    var press: String?

    @Option(name: .long, help: "Make a backup every night, in this folder.", completion: .directory)
    var backups: String?

    @Option(name: .long, help: "The mail server, smtp://mail.example.org:587; without one no mail is sent.")
    var smtp: String?

    @Option(name: .customLong("mail-from"), help: "Whom mail comes from: ‘Safer Thanet <safer@example.org>’.")
    var mailFrom: String?

    @Option(name: .customLong("log-level"), help: "trace, debug, info, notice, warning or error. (default: notice)")
    var logLevel: String?

    @Option(name: .customLong("log-format"), help: "text, or json for one object a line. (default: text)")
    var logFormat: String?

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await options.settings([
                "port": port.map(String.init), "host": host, "address": address, "sourceCode": sourceCode,
                "contact": contact,
                "accent": accent, "name": name, "example": example, "examples": examples, "press": press,
                "backups": backups, "smtp": smtp, "mailFrom": mailFrom, "logLevel": logLevel,
                "logFormat": logFormat,
            ])
            try await SiteServer(settings, log: Logging.start(settings)).run(
                say: terminal.say,
                progress: { terminal.progress($0, done: $1, of: $2) })
        }
    }
}
