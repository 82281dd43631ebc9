-- Prints what wrk measured as one line of JSON. Addresses of pages, if any are given, are asked for one after another.
local addresses = {}
local place = 0

function init(arguments)
    addresses = arguments
    if #addresses > 0 then
        request = function()
            place = place % #addresses + 1
            return wrk.format(nil, addresses[place])
        end
    end
end

function done(summary, latency, _)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format(
        '\n{"requests": %d, "seconds": %f, "failed": %d, "bytes": %d, "p50": %f, "p95": %f, "p99": %f}\n',
        summary.requests, summary.duration / 1e6, failed, summary.bytes,
        latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
