// Preloaded into confined parts: Node's permission model does not cover signals to other processes.
for (const name of ['kill', '_debugProcess', '_kill']) Reflect.deleteProperty(process, name)
